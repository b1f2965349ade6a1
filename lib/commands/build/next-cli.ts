import { type ChildProcess, spawn } from "node:child_process";
import { commentConfiguration } from "@/lib/comments/configuration";

/**
 * Starts a command of Next.js, which gets the signals that we get, and ends with it: for a terminal, a container and a
 * service manager there is one process. Next's reports to its makers are turned off. Where its configuration, which can't
 * read the settings, makes the headers of one site, it is told who serves comments: their host must be allowed.
 */
export function startNext(command: "build" | "dev" | "start", ...args: string[]): ChildProcess {
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", command, ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      ...(command === "start" ? {} : { COMMENTS_PROVIDER: commentConfiguration.provider }),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => next.kill(signal));
  }
  return next;
}
