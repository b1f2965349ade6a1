import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { killGroup } from "@/lib/processes/kill-group";

/** What a run must not leave behind: processes and folders. All of it goes when the run ends, however it ends. */
export class Resources {
  #children = new Set<ChildProcess>();
  #folders = new Set<string>();
  #stopped = new AbortController();

  /** Aborted when the run has been told to stop. */
  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  createFolder(name: string): string {
    const folder = mkdtempSync(path.join(tmpdir(), `masthead-bench-${name}-`));
    this.#folders.add(folder);
    return folder;
  }

  removeFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    this.#folders.delete(folder);
  }

  /** Watches over a process that was started with `detached: true`: what it starts belongs to its group. */
  watch(child: ChildProcess): void {
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
  }

  /** Ends what still runs and removes all folders. Synchronous, so that it can be the last thing that happens. */
  release(): void {
    this.#stopped.abort(new Error("the benchmark was stopped"));
    for (const child of this.#children) killGroup(child, "SIGKILL");
    for (const folder of this.#folders) this.removeFolder(folder);
  }
}
