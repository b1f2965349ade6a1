import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Linux, built with lists of children, as all large distributions build it. */
const isKnown = existsSync(`/proc/${process.pid}/task/${process.pid}/children`);

/**
 * Memory of a process and all that it has started, in MB: the proportional set size, which counts what several share
 * once. Known on Linux alone.
 */
export function readTreeMemory(pid: number): number | undefined {
  if (!isKnown) return undefined;
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
  if (!isKnown) return undefined;
  return listTree(pid).reduce((sum, member) => {
    // After the name: state, parent, …, and user and system time as the 12th and 13th.
    const fields = readProc(member, "stat")
      .replace(/^.*\) /s, "")
      .split(" ");
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tickMs;
  }, 0);
}

/**
 * The processes below one, and itself, whose command line holds some words. Known on Linux alone.
 * @returns their ids
 */
export const findInTree = (pid: number, words: string): number[] =>
  isKnown
    ? listTree(pid).filter((member) =>
        readProc(member, "cmdline").replaceAll("\0", " ").includes(words),
      )
    : [];

/** The process and all below it. Asked of each alone: to look at every process of a busy machine would disturb it. */
function listTree(root: number): number[] {
  const tree = [root];
  for (const member of tree) tree.push(...listChildren(member));
  return tree;
}

/** Each thread has the children that it has started. */
function listChildren(pid: number): number[] {
  return listThreads(pid).flatMap((thread) =>
    readProc(pid, `task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
}

const readMemory = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, "smaps_rollup"))?.[1] ?? 0);

/** Nothing of a process that has ended in the meantime. */
const readProc = (pid: number, file: string): string =>
  unlessGone(() => readFileSync(`/proc/${pid}/${file}`, "utf8")) ?? "";

const listThreads = (pid: number): string[] =>
  unlessGone(() => readdirSync(`/proc/${pid}/task`)) ?? [];

function unlessGone<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (thrown) {
    const gone = ["ENOENT", "ESRCH", "EACCES"];
    if (thrown instanceof Error && "code" in thrown && gone.includes(String(thrown.code))) {
      return undefined;
    }
    throw thrown;
  }
}
