import "@/lib/commands/load-environment";
import { spawn } from "node:child_process";
import { environment } from "@/lib/environment";

/** Serves the site as it was last built, until it is told to stop. */

const next = ["node_modules/next/dist/bin/next", "start", "--port", String(environment.port)];
const server = spawn(process.execPath, next, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => server.kill(signal));
}
server.on("exit", (code) => process.exit(code ?? 1));
