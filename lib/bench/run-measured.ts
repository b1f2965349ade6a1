import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Resources } from "@/lib/bench/resources";
import { PeakMemory } from "@/lib/processes/peak-memory";

interface Command {
  command: string;
  args: readonly string[];
  cwd: string;
  /** In addition to this process's. */
  env?: Record<string, string>;
}

export interface OutputLine {
  text: string;
  /** Since the start, in milliseconds. */
  ms: number;
}

export interface Measured {
  /** From the start of the process to its end. */
  ms: number;
  /** Largest sum over all its processes; nothing where the system doesn't tell. */
  peakMb: number | undefined;
  /** 0 where it has succeeded. */
  status: number | null;
  output: OutputLine[];
}

/** Runs a command to its end, as an operator would start it, and watches its memory from outside. */
export async function runMeasured(
  { command, args, cwd, env }: Command,
  resources: Resources,
): Promise<Measured> {
  resources.signal.throwIfAborted();
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    // Programs take these for the folder that they were started in.
    env: { ...process.env, PWD: cwd, INIT_CWD: cwd, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  resources.watch(child);
  const output: OutputLine[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (text) =>
      output.push({ text, ms: performance.now() - started }),
    );
  }
  const memory = new PeakMemory(child.pid);
  try {
    const exited = once(child, "exit").then(([status]) => ({
      status,
      ms: performance.now() - started,
    }));
    const [{ status, ms }] = await Promise.all([exited, once(child, "close")]);
    resources.signal.throwIfAborted();
    const { peakMb } = memory;
    return { ms, peakMb, status: typeof status === "number" ? status : null, output };
  } finally {
    memory.stop();
  }
}
