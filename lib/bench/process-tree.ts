import { readdirSync, readFileSync } from "node:fs";

/**
 * Memory of a process and all that it has started, in MB: the proportional set size, which counts what several share
 * once. Known on Linux alone.
 */
export function readTreeMemory(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  const kilobytes = listTree(pid).reduce((sum, member) => sum + readMemory(member), 0);
  return kilobytes / 1024;
}

/** Clock ticks of Linux in `/proc`, on every architecture that Node runs on. */
const tickMs = 10;

/**
 * Processor time that a process and all that it has started have used, in milliseconds. Unlike time on the clock it
 * hardly depends on what else the machine does. Known on Linux alone.
 */
export function readTreeCpu(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  return listTree(pid).reduce((sum, member) => {
    // After the name: state, parent, …, and user and system time as the 12th and 13th.
    const fields = readProc(member, "stat")
      .replace(/^.*\) /s, "")
      .split(" ");
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tickMs;
  }, 0);
}

function listTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    // "pid (name) state parent …", where the name may hold anything.
    const parent = Number(/^.*\) \S+ (\d+)/s.exec(readProc(pid, "stat"))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const member of tree) tree.push(...(children.get(member) ?? []));
  return tree;
}

const readMemory = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, "smaps_rollup"))?.[1] ?? 0);

/** Nothing of a process that has ended in the meantime. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (thrown) {
    const gone = ["ENOENT", "ESRCH", "EACCES"];
    if (thrown instanceof Error && "code" in thrown && gone.includes(String(thrown.code)))
      return "";
    throw thrown;
  }
}
