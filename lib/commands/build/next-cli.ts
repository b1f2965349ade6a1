import { type ChildProcess, spawn } from "node:child_process";
import { findStoredSettings } from "@/lib/commands/content/bring-up-to-date";
import { configureComments } from "@/lib/comments/configuration";

/**
 * Starts a command of Next.js, which gets the signals that we get, and ends with it: for a terminal, a container and a
 * service manager there is one process. Next's reports to its makers are turned off. Where its configuration, which can't
 * read the settings, makes the headers of one site, it is told who serves comments: their host must be allowed.
 */
export async function startNext(
  command: "build" | "dev" | "start",
  ...args: string[]
): Promise<ChildProcess> {
  const provider = command === "start" ? undefined : await findProvider();
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", command, ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      ...(provider === undefined ? {} : { COMMENTS_PROVIDER: provider }),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => next.kill(signal));
  }
  return next;
}

const findProvider = async () => configureComments((await findStoredSettings()).comments).provider;
