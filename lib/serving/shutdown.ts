import type { ServerResponse } from "node:http";
import { onRequest } from "@/lib/http/exchanges";
import type { Fields, Level } from "@/lib/log";

/** How long requests under way may take to finish, in milliseconds; service managers kill after 10 seconds and more. */
const deadline = 8000;

/** Exit codes of a process that ended because it was told to. */
const toldTo = new Set([128 + 2, 128 + 15]);

/**
 * Ends in good order when the server is told to stop: Next.js takes no new connections and finishes requests, each the last
 * one of its connection; meanwhile what is open is closed. A reader on a slow line doesn't hold it up for ever. The exit code is 0: to be stopped is
 * no failure.
 * @param close what is to be closed, while requests are still being answered
 * @param closeNow what can still be done as the process ends; must be synchronous
 */
export function shutDownGracefully(
  log: (level: Level, event: string, fields?: Fields) => void,
  close: () => Promise<void>,
  closeNow: () => void,
): void {
  let isStopping = false;
  const open = new Set<ServerResponse>();
  const endConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.shouldKeepAlive = false;
  };
  onRequest(({ response }) => {
    if (isStopping) return endConnection(response);
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      // A proxy would go on asking on connections that it keeps, until they are cut off.
      for (const response of open) endConnection(response);
      log("info", "stopping", { signal });
      setTimeout(() => {
        log("warn", "requests were cut off", { afterMs: deadline });
        process.exit(0);
      }, deadline).unref();
      close().catch((error: unknown) => log("warn", "could not close", { message: String(error) }));
    });
  }
  process.on("exit", (code) => {
    closeNow();
    if (isStopping && toldTo.has(code)) process.exitCode = 0;
  });
}
