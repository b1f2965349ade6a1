import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import path from "node:path";
import { onFirstEdit } from "@/lib/commands/site/first-edit";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { log } from "@/lib/log";

/** Beside the note of the site. */
const folder = ".masthead/running";

interface Door {
  /** Relative to the project: a path of a socket may have a hundred characters. */
  place: string;
  close(): void;
}

/** The looking for edits begins when the site has begun to serve, in milliseconds. */
const firstMoment = 3000;

/**
 * Where a running site takes the work of `npm run publish`. It is done in a process beside it, which has everything loaded
 * and knows the folder, so that readers don't wait for it and the memory of the site stays what it is
 * (decisions/0025-handing-over.md). That begins when somebody edits a file or asks, and ends when nobody has asked for long.
 * @param root absolute path of the project, where the process is
 * @returns nothing where there can be no such door
 */
export async function openPublishingDoor(
  root: string,
  { port, secret, contentDirectory }: { port: number; secret: string; contentDirectory: string },
): Promise<Door | undefined> {
  if (process.platform === "win32") return undefined;
  const place = `${folder}/${port}.sock`;
  const helper = new Helper(root, { secret, contentDirectory });
  // What is said is read by the helper alone.
  const server = createServer({ pauseOnConnect: true }, (socket) => helper.handOver(socket));
  const close = () => rmSync(path.join(root, place), { force: true });
  try {
    mkdirSync(path.join(root, folder), { recursive: true });
    close();
    server.listen(place);
    await once(server, "listening");
    chmodSync(path.join(root, place), 0o600);
  } catch (thrown) {
    // A disk that knows no sockets: commands do their work themselves.
    if (!isFileSystemError(thrown)) throw thrown;
    log("debug", "no door for publishing", { message: thrown.message });
    return undefined;
  }
  server.unref();
  setTimeout(() => helper.await(), firstMoment).unref();
  return { place, close };
}

class Helper {
  readonly #root: string;
  readonly #site: { secret: string; contentDirectory: string };
  #process: ChildProcess | undefined;
  #stopAwaiting: () => void = () => undefined;

  /** @param root absolute path of the project */
  constructor(root: string, site: { secret: string; contentDirectory: string }) {
    this.#root = root;
    this.#site = site;
  }

  /** Has it begin with the next edit. */
  await(): void {
    if (this.#process) return;
    this.#stopAwaiting = onFirstEdit(this.#site.contentDirectory, () => this.#start());
  }

  handOver(socket: Socket): void {
    socket.on("error", () => socket.destroy());
    const helper = this.#process?.connected ? this.#process : this.#start();
    // One that ends at this moment hangs up: the command does its work itself.
    helper.send({ kind: "job" }, socket, (error) => {
      if (error) socket.destroy();
    });
  }

  #start(): ChildProcess {
    this.#stopAwaiting();
    // It ends with the site, and not with whoever has started that.
    const { npm_lifecycle_event: _, ...variables } = process.env;
    const helper = spawn(
      process.execPath,
      ["lib/commands/run.mjs", "lib/commands/publish-helper.ts"],
      {
        cwd: this.#root,
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: { ...variables, REVALIDATE_SECRET: this.#site.secret },
      },
    );
    this.#process = helper;
    const end = () => {
      if (this.#process !== helper) return;
      this.#process = undefined;
      this.await();
    };
    helper.once("exit", end);
    helper.once("error", (error) => {
      log("warn", "no help for publishing", { message: error.message });
      end();
    });
    helper.unref();
    helper.channel?.unref();
    return helper;
  }
}
