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
