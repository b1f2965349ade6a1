import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Frame, type Job, parseJob, toLine } from "@/lib/commands/handover/frames";
import { handOver } from "@/lib/commands/handover/hand-over.mjs";
import { noteRunningSite } from "@/lib/commands/site/running-sites";

const place = ".masthead/running/4000.sock";

let root: string;
let printed: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "handover-"));
  const made = root;
  printed = "";
  vi.stubEnv("CONTENT_DIR", "posts");
  vi.stubEnv("CONTENT_DATABASE_URL", "");
  const keep = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  vi.spyOn(console, "error").mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(made, { recursive: true, force: true });
  });
});

/** A site that runs in the folder, with what it says to a job. */
function runSite(answer: (job: Job, send: (...frames: Frame[]) => void, socket: Socket) => void) {
  mkdirSync(path.join(root, ".masthead/running"), { recursive: true });
  const server = createServer((socket) =>
    createInterface({ input: socket }).once("line", (line) => {
      const job = parseJob(line);
      const send = (...frames: Frame[]) => socket.write(frames.map(toLine).join(""));
      if (job) answer(job, send, socket);
    }),
  );
  server.listen(path.join(root, place));
  onTestFinished(() => void server.close());
  note({ contentDirectory: path.join(root, "posts") });
}

const note = (more: { contentDirectory: string; databaseUrl?: string }) =>
  noteRunningSite(root, {
    ...{ pid: process.pid, port: 4000, secret: "secret", door: place },
    databaseUrl: "file:.masthead/content.db",
    ...more,
  });

describe("a command whose work a site takes", () => {
  it("prints what is printed there, and ends as it ended there", async () => {
    let asked: Job | undefined;
    runSite((job, send) => {
      asked = job;
      send({ accepted: true }, { out: "1 compiled\n" }, { err: "an error\n" }, { exit: 1 });
    });
    expect(await handOver(root, ["--json"])).toBe(1);
    expect(printed).toBe("1 compiled\nan error\n");
    expect(asked).toMatchObject({
      secret: "secret",
      args: ["--json"],
      node: process.version,
      variables: { CONTENT_DIR: "posts" },
    });
  });

  it("does it itself where the site refuses", async () => {
    runSite((_, send) => send({ refused: "other code" }));
    expect(await handOver(root, [])).toBeUndefined();
    expect(printed).toBe("");
  });

  it("does it itself, and says so, where the other side dies at work", async () => {
    runSite((_, send, socket) => {
      send({ accepted: true }, { out: "1 of 9\n" });
      setTimeout(() => socket.destroy(), 50);
    });
    expect(await handOver(root, [])).toBeUndefined();
    expect(printed).toContain("the process beside the site has ended; publishing without it");
  });

  it("does it itself where nobody answers in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    runSite(() => vi.advanceTimersByTime(60_000));
    expect(await handOver(root, [])).toBeUndefined();
  });

  it("asks no site that shows something else", async () => {
    let isAsked = false;
    runSite(() => {
      isAsked = true;
    });
    note({ contentDirectory: path.join(root, "other") });
    expect(await handOver(root, [])).toBeUndefined();
    note({ contentDirectory: path.join(root, "posts") });
    vi.stubEnv("CONTENT_DATABASE_URL", "libsql://content.example.com");
    expect(await handOver(root, [])).toBeUndefined();
    expect(isAsked).toBe(false);
  });

  it("asks nobody where none has run, or was killed", async () => {
    expect(await handOver(root, [])).toBeUndefined();
    note({ contentDirectory: path.join(root, "posts") });
    expect(await handOver(root, [])).toBeUndefined();
  });
});
