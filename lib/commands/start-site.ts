import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { startNext } from "@/lib/commands/build/next-cli";
import { createSecret, noteRunningSite } from "@/lib/commands/site/running-sites";
import { environment } from "@/lib/environment";

/** The second half of `npm start`, once there is a build: serves until it is told to stop. */

console.log("masthead: starting the server");
const { port } = environment;
// Without one, the door for `npm run publish` would be closed to ourselves too.
const secret = environment.revalidateSecret ?? createSecret();
process.env.REVALIDATE_SECRET = secret;
const { url: databaseUrl } = environment.contentDatabase;
const next = startNext("start", ["--port", String(port)]);
next.on("exit", (code) => process.exit(code ?? 1));
const { pid } = next;
if (pid !== undefined) {
  process.on("exit", noteRunningSite(process.cwd(), { pid, port, secret, databaseUrl }));
}
