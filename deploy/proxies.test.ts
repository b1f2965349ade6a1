import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { findFreePort } from "@/lib/processes/find-free-port";

/** The examples for reverse proxies, in front of a site that tells what it was asked. */

const isThere = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const hasNginx = isThere("nginx", "-v") && isThere("openssl", "version");
const hasCaddy = isThere("caddy", "version") && isThere("openssl", "version");

const compressed = brotliCompressSync("<p>A page</p>".repeat(500));

/** Answers with what it was asked; a page that is compressed already; nothing but a status. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/page") {
    response.setHeader("content-encoding", "br").setHeader("content-type", "text/html");
    // As long as the policy of a page with many scripts.
    response.setHeader("content-security-policy", "x".repeat(12_000));
    response.end(compressed);
    return;
  }
  const { method, url, headers } = request;
  response.setHeader("content-type", "application/json");
  request.resume().on("end", () => response.end(JSON.stringify({ method, url, headers })));
}

/** A folder with a certificate, and a site; gone when the test is. */
async function createSite(): Promise<{ folder: string; site: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "proxy-test-"));
  const server = createServer(answer).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await once(server, "listening");
  const address = server.address();
  const { status } = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...["-keyout", `${folder}/key.pem`, "-out", `${folder}/cert.pem`, "-days", "2"],
    ...["-subj", "/CN=news.example.com", "-addext", "subjectAltName=DNS:news.example.com"],
  ]);
  expect(status).toBe(0);
  return { folder, site: typeof address === "object" ? (address?.port ?? 0) : 0 };
}

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function ask(
  port: number,
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host: "127.0.0.1", port, path: url, servername: "news.example.com" },
        headers: { host: "news.example.com", ...headers },
        method: body ? "POST" : "GET",
        rejectUnauthorized: false,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
      },
    );
    asked.on("error", reject).end(body);
  });
}

async function start(program: string, args: string[], port: number, env = {}): Promise<void> {
  const child: ChildProcess = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    const isUp = await ask(port, "/up").then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program} doesn't serve:\n${said.slice(-2000)}`);
}

/** What holds behind every proxy of the examples. */
async function expectGoodManners(port: number): Promise<void> {
  const forged = {
    "x-real-ip": "203.0.113.9",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "gopher",
    "x-forwarded-host": "evil.example",
  };
  const echo = await ask(port, "/a%20b?c=%2F", { headers: forged });
  const { url, headers } = JSON.parse(echo.body.toString());
  expect(url).toBe("/a%20b?c=%2F");
  expect(headers).toMatchObject({
    host: "news.example.com",
    "x-real-ip": "127.0.0.1",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "news.example.com",
  });

  const page = await ask(port, "/page", { headers: { "accept-encoding": "gzip, br" } });
  expect(page.headers["content-encoding"]).toBe("br");
  expect(page.headers["content-security-policy"]).toHaveLength(12_000);
  expect(page.body.equals(compressed)).toBe(true);

  const large = Buffer.alloc(2 * 1024 * 1024, 97);
  // Early versions of Caddy say 502 of what they have cut off.
  expect([413, 502]).toContain((await ask(port, "/api/comments", { body: large })).status);
  expect((await ask(port, "/api/comments", { body: large.subarray(0, 300_000) })).status).toBe(200);
  expect((await ask(port, "/api/webhook", { body: large })).status).toBe(200);
}

describe("a reverse proxy as in the examples", () => {
  it.skipIf(!hasNginx)("nginx", async () => {
    const { folder, site } = await createSite();
    const port = await findFreePort();
    const config = readFileSync("deploy/nginx.conf", "utf8")
      .replaceAll("127.0.0.1:3000", `127.0.0.1:${site}`)
      .replaceAll(/listen \[::\]:\d+[^;]*;/g, "")
      .replaceAll("listen 80;", `listen 127.0.0.1:${await findFreePort()};`)
      .replaceAll("listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`)
      .replaceAll("/etc/letsencrypt/live/news.example.com/fullchain.pem", `${folder}/cert.pem`)
      .replaceAll("/etc/letsencrypt/live/news.example.com/privkey.pem", `${folder}/key.pem`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
      .join("\n");
    writeFileSync(
      `${folder}/nginx.conf`,
      `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${folder}/nginx.pid; error_log stderr;\nevents {}\nhttp { access_log off;\n${temporary}\n${config}\n}\n`,
    );
    const args = ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"];
    const tested = spawnSync("nginx", ["-t", ...args], { encoding: "utf8" });
    expect(tested.stderr).toContain("test is successful");
    expect(tested.stderr).not.toMatch(/\[(?:warn|emerg)\]/);
    await start("nginx", args, port);
    await expectGoodManners(port);
  });

  it.skipIf(!hasCaddy)("Caddy", async () => {
    const { folder, site } = await createSite();
    const port = await findFreePort();
    const config = readFileSync("deploy/Caddyfile", "utf8")
      .replaceAll("127.0.0.1:3000", `127.0.0.1:${site}`)
      .replace(
        /^news\.example\.com \{/m,
        `news.example.com:${port} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
      );
    const alone = `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n`;
    writeFileSync(`${folder}/Caddyfile`, alone + config);
    const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    const args = ["run", "--adapter", "caddyfile", "--config", `${folder}/Caddyfile`];
    await start("caddy", args, port, home);
    await expectGoodManners(port);
  });
});

describe("units of systemd", () => {
  const units = ["masthead.service", "masthead-backup.service", "masthead-backup.timer"];

  it("start what is there", () => {
    for (const unit of units.filter((name) => name.endsWith(".service"))) {
      const text = readFileSync(`deploy/${unit}`, "utf8");
      expect(text).toContain("WorkingDirectory=/opt/masthead\n");
      const files =
        /^ExecStart=\/usr\/bin\/node (.*)$/m.exec(text)?.[1]?.match(/\blib\/\S+/g) ?? [];
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(readFileSync(file, "utf8"), file).not.toBe("");
    }
  });

  it.skipIf(!isThere("systemd-analyze", "--version"))("are understood by it", () => {
    const { status, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", "--man=no", ...units.map((unit) => `deploy/${unit}`)],
      { encoding: "utf8" },
    );
    // That the project isn't in /opt here is no fault of the units.
    expect(stderr.split("\n").filter((line) => /deploy\/|Unknown|ignoring/.test(line))).toEqual([]);
    expect(status).toBe(0);
  });
});
