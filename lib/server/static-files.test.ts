import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { StaticFiles } from "@/lib/server/static-files";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "static-files-"));
  mkdirSync(path.join(folder, "public/图片"), { recursive: true });
  mkdirSync(path.join(folder, "built"));
  writeFileSync(path.join(folder, "public/图片/茶 1.jpg"), "picture");
  writeFileSync(path.join(folder, "public/notes.txt"), "潮汐 ".repeat(1000));
  writeFileSync(path.join(folder, "public/licence"), "free");
  writeFileSync(path.join(folder, "built/a.js"), "1");
  mkdirSync(path.join(folder, "public/built"));
  writeFileSync(path.join(folder, "public/built/a.js"), "2");
  writeFileSync(path.join(folder, "secret.txt"), "secret");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Serves the folder, and asks for an address as it stands. */
function serve(faults: string[] = []) {
  const files = new StaticFiles(
    [
      {
        prefix: "/built/",
        folder: path.join(folder, "built"),
        isOfBuild: true,
        headers: () => ["Cache-Control", "immutable"],
      },
      {
        prefix: "/",
        folder: path.join(folder, "public"),
        isOfBuild: false,
        headers: () => ["X-Own", "1", "Cache-Control", "a day"],
      },
    ],
    (file, why) => faults.push(`${path.relative(folder, file)} ${why}`),
  );
  const server = createServer((request, response) => {
    const found = files.find(request.url ?? "");
    if (found === "no file") response.writeHead(404, { "x-no-file": "1" }).end();
    else if (found) void files.answer(found, request, response);
    else response.writeHead(404).end();
  }).listen(0);
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return (url: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${url}`, {
      // To ask on a condition, `fetch` would say by itself that nothing kept will do.
      headers: { "cache-control": "max-age=0", ...headers },
    });
}

it("answers with what is there, by the manners of its kind", async () => {
  const ask = serve();
  const picture = await ask(`/${encodeURIComponent("图片")}/%E8%8C%B6%201.jpg`);
  expect(await picture.text()).toBe("picture");
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "a day",
    "x-own": "1",
    "accept-ranges": "bytes",
  });
  const text = await ask("/notes.txt", { "accept-encoding": "br" });
  expect(text.headers.get("content-encoding")).toBe("br");
  expect(await text.text()).toBe("潮汐 ".repeat(1000));
  expect(await (await ask("/licence")).text()).toBe("free");
  const script = await ask("/built/a.js");
  expect(await script.text()).toBe("1");
  expect(script.headers.get("cache-control")).toBe("immutable");
  expect(script.headers.get("x-own")).toBeNull();
});

it("answers by parts, and not again with what one has", async () => {
  const ask = serve();
  const url = "/%E5%9B%BE%E7%89%87/%E8%8C%B6%201.jpg";
  const part = await ask(url, { range: "bytes=1-3" });
  expect([part.status, await part.text()]).toEqual([206, "ict"]);
  const etag = part.headers.get("etag") ?? "";
  expect((await ask(url, { "if-none-match": etag })).status).toBe(304);
});

it("finds a picture that came later, and what took the place of another", async () => {
  const ask = serve();
  expect((await ask("/new.txt")).status).toBe(404);
  writeFileSync(path.join(folder, "public/new.txt"), "one");
  expect(await (await ask("/new.txt")).text()).toBe("one");
  writeFileSync(path.join(folder, "public/new.txt"), "another");
  expect(await (await ask("/new.txt")).text()).toBe("another");
  rmSync(path.join(folder, "public/notes.txt"));
  expect((await ask("/notes.txt")).status).toBe(404);
});

it.each([
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/built/..%2f..%2fsecret.txt",
  "/图片/..%5c..%5csecret.txt",
  "/notes.txt%00.jpg",
  "/.env",
  "/%FF.txt",
  "/",
  "/built",
])("has nothing at %s", async (url) => {
  writeFileSync(path.join(folder, "public/.env"), "secret");
  const ask = serve();
  rmSync(path.join(folder, "public/.env"));
  expect((await ask(url)).status).toBe(404);
});

it("opens nothing but files, and says what else there is", async () => {
  const faults: string[] = [];
  execFileSync("mkfifo", [path.join(folder, "public/pipe.jpg"), path.join(folder, "public/pipe")]);
  symlinkSync("itself.jpg", path.join(folder, "public/itself.jpg"));
  symlinkSync(".", path.join(folder, "public/round"));
  symlinkSync("nowhere", path.join(folder, "public/gone.jpg"));
  symlinkSync("licence", path.join(folder, "public/copying"));
  const ask = serve(faults);
  expect(faults.sort()).toEqual([
    expect.stringContaining("public/gone.jpg ENOENT"),
    expect.stringContaining("public/itself.jpg ELOOP"),
    "public/pipe is no regular file",
    "public/pipe.jpg is no regular file",
    "public/round is a link to a folder that it stands in",
  ]);
  for (const url of ["/pipe.jpg", "/pipe", "/itself.jpg"]) {
    expect((await ask(url)).headers.get("x-no-file"), url).toBe("1");
  }
  for (const url of ["/gone.jpg", "/round/licence"]) {
    expect((await ask(url)).status, url).toBe(404);
  }
  expect(await (await ask("/copying")).text()).toBe("free");
});
