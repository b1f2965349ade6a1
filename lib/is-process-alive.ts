/** Whether a process of this machine, or of this container, is there. */
export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // It is there, but another user's.
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
