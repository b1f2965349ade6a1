import { spawn } from "node:child_process";
import { endWithParents } from "./end-with-parents.mjs";
import { root, run, say, setUp, typescript } from "./setup.mjs";

/** `npm start`: from a fresh clone to a running site. Installs what is missing, builds what is stale, serves. */

setUp();
run("prepare the site", process.execPath, [...typescript("lib/commands/build.ts"), "--if-stale"]);

say("starting the server");
const server = spawn(process.execPath, typescript("lib/commands/serve.ts"), {
  cwd: root,
  stdio: "inherit",
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => server.kill(signal));
}
endWithParents(() => server.kill("SIGTERM"));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
