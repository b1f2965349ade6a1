import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { once } from "node:events";
import { createServer } from "node:net";
import { buildSite } from "@/lib/commands/build/build-site";
import { environment } from "@/lib/environment";

/**
 * The first half of `npm start`, once packages are there: builds what is stale. A process of its own, for what compiles
 * posts takes memory that a serving site has no use for.
 */

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

if (!(await isFree(environment.port))) {
  console.error(
    `masthead: port ${environment.port} is taken, perhaps by this site; stop what runs there, or set PORT to another one`,
  );
  process.exitCode = 1;
} else if (!(await buildSite({ ifStale: true }))) {
  process.exitCode = 1;
}
