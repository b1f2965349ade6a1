import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { once } from "node:events";
import { createServer } from "node:net";
import { root } from "@/lib/commands/bring-up-to-date";
import { buildSite } from "@/lib/commands/build-site";
import { startNext } from "@/lib/commands/next-cli";
import { createSecret, noteRunningSite } from "@/lib/commands/running-sites";
import { environment } from "@/lib/environment";

/** What `npm start` does once packages are there: builds what is stale, then serves until it is told to stop. */

/** Asked before anything is built: a build would pull the files from under a site that is running. */
async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port);
  try {
    await once(probe, "listening");
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EADDRINUSE") return false;
    throw thrown;
  }
  probe.close();
  await once(probe, "close");
  return true;
}

const { port } = environment;
if (!(await isFree(port))) {
  console.error(
    `masthead: port ${port} is taken, perhaps by this site; stop what runs there, or set PORT to another one`,
  );
  process.exitCode = 1;
} else if (await buildSite({ ifStale: true })) {
  console.log("masthead: starting the server");
  // Without one, the door for `npm run publish` would be closed to ourselves too.
  const secret = environment.revalidateSecret ?? createSecret();
  process.env.REVALIDATE_SECRET = secret;
  const { url: databaseUrl } = environment.contentDatabase;
  process.on("exit", noteRunningSite(root, { port, secret, databaseUrl }));
  startNext("start", "--port", String(port)).on("exit", (code) => process.exit(code ?? 1));
} else {
  process.exitCode = 1;
}
