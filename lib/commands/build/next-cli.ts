import { type ChildProcess, spawn } from "node:child_process";

/**
 * Starts a command of Next.js, which gets the signals that we get, and ends with it: for a terminal, a container and a
 * service manager there is one process. Next's reports to its makers are turned off. While a site is served this process
 * stays beside it: nothing that takes memory is imported here.
 * @param environment in addition to the current one
 */
export function startNext(
  command: "build" | "dev" | "start",
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): ChildProcess {
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", command, ...args], {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => next.kill(signal));
  }
  return next;
}
