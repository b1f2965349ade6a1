import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { startNext } from "@/lib/commands/next-cli";
import { createSecret, noteRunningSite } from "@/lib/commands/running-sites";
import { environment } from "@/lib/environment";

/** The second half of `npm start`, once there is a build: serves until it is told to stop. */

console.log("masthead: starting the server");
const { port } = environment;
// Without one, the door for `npm run publish` would be closed to ourselves too.
const secret = environment.revalidateSecret ?? createSecret();
process.env.REVALIDATE_SECRET = secret;
const { url: databaseUrl } = environment.contentDatabase;
process.on("exit", noteRunningSite(process.cwd(), { port, secret, databaseUrl }));
startNext("start", "--port", String(port)).on("exit", (code) => process.exit(code ?? 1));
