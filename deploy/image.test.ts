import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";

/** What can be told of the image without building it; docker.test.ts builds it where Docker is there. */

/** Instructions of the Dockerfile: comments are gone, continued lines are one. */
const instructions = readFileSync("Dockerfile", "utf8")
  .replaceAll(/^\s*#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, " ")
  .split("\n")
  .flatMap((line) => {
    const [, name, rest] = /^([A-Z]+) (.+)$/.exec(line.trim()) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, rest }];
  });

const all = (name: string): string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);

const only = (name: string): string => {
  const [found = "", ...others] = all(name);
  expect(others, name).toEqual([]);
  return found;
};

/** Words of the form in which Docker starts a program without a shell. */
const wordsOf = (instruction: string): string[] =>
  JSON.parse(instruction.slice(instruction.indexOf("[")));

/** Patterns of `.dockerignore`, as far as they are used there. */
const ignored = readFileSync(".dockerignore", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

function isIgnored(file: string): boolean {
  let result = false;
  for (const line of ignored) {
    const pattern = line
      .replace(/^!/, "")
      .replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("**/", "(?:.*/)?")
      .replaceAll(/\*(?!\/\)\?)(?!.*\)\?)/g, "[^/]*");
    if (new RegExp(`^${pattern}(?:/.*)?$`).test(file)) result = !line.startsWith("!");
  }
  return result;
}

describe("the image", () => {
  it("copies what is there, and what isn't kept from it", () => {
    const copied = all("COPY").filter((line) => !line.startsWith("--from="));
    const sources = copied.flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(sources).toContain(".");
    for (const source of sources) {
      expect(existsSync(source), source).toBe(true);
      expect(isIgnored(source), source).toBe(false);
    }
    const [, from] = /^--from=(\w+) /.exec(all("COPY").at(-1) ?? "") ?? [];
    expect(all("FROM").some((line) => line.endsWith(` AS ${from}`))).toBe(true);
  });

  it("has all that a build and a start read, and no secret and nothing of this machine", () => {
    for (const file of [
      ...["package.json", "package-lock.json", "next.config.mjs", "tsconfig.json", "content"],
      ...["app/layout.tsx", "lib/commands/start.mjs", "public", "contentlayer.config.ts"],
      ...["deploy/is-healthy.mjs", ".env.example", "content/posts/a.md"],
    ]) {
      expect(isIgnored(file), file).toBe(false);
    }
    for (const file of [
      ...[".env", ".env.local", ".git/config", ".next/build", ".masthead/comments.db"],
      ...["node_modules/next/package.json", "lib/node_modules/x", "e2e/results/a.json"],
    ]) {
      expect(isIgnored(file), file).toBe(true);
    }
  });

  it("runs what is there: scripts of package.json, files of the project", () => {
    const { scripts, engines }: { scripts: Record<string, string>; engines: { node: string } } =
      JSON.parse(readFileSync("package.json", "utf8"));
    const run = all("RUN").flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, script = ""]) => script),
    );
    expect(run).toContain("build");
    for (const script of run) expect(scripts).toHaveProperty(script);
    for (const instruction of [only("CMD"), only("HEALTHCHECK")]) {
      const [program, file = ""] = wordsOf(instruction);
      expect(program).toBe("node");
      expect(statSync(file).isFile(), file).toBe(true);
    }
    expect(wordsOf(only("CMD")).join(" ")).toBe(scripts.start);
    const oldest = Number(/>=(\d+)/.exec(engines.node)?.[1]);
    for (const image of all("FROM")) {
      expect(Number(/^node:(\d+)-slim/.exec(image)?.[1]), image).toBeGreaterThanOrEqual(oldest);
    }
  });

  it("runs as nobody in particular, keeps its data in a volume, and sets what the site knows", () => {
    expect(only("USER")).toBe("node");
    expect(only("VOLUME")).toBe(`${all("WORKDIR").at(-1)}/.masthead`);
    const example = readFileSync(".env.example", "utf8");
    const set = only("ENV")
      .split(/\s+/)
      .map((pair) => pair.split("=")[0] ?? "");
    for (const name of set.filter((one) => !/^(?:NODE_ENV|NO_UPDATE_NOTIFIER)$/.test(one))) {
      expect(example, name).toMatch(new RegExp(`^#?${name}=`, "m"));
    }
  });
});

describe("the health check of the image", () => {
  async function ask(status: number | undefined): Promise<number | null> {
    const site = createServer((request, response) => {
      response.statusCode = request.url === "/api/health/live" ? (status ?? 500) : 404;
      response.end();
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const address = site.address();
    const port = typeof address === "object" ? address?.port : undefined;
    if (status === undefined) site.close();
    onTestFinished(() => void site.close());
    const check = spawn(process.execPath, ["deploy/is-healthy.mjs"], {
      env: { ...process.env, PORT: String(port) },
      stdio: "ignore",
    });
    const [code] = await once(check, "exit");
    return code;
  }

  it("succeeds where the site answers, and there alone", async () => {
    expect(await ask(200)).toBe(0);
    expect(await ask(503)).toBe(1);
    expect(await ask(undefined)).toBe(1);
  });
});
