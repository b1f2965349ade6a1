import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { buildSite } from "@/lib/commands/build/build-site";
import { requirePort } from "@/lib/commands/site/require-port";
import { environment } from "@/lib/environment";

/**
 * The first half of `npm start`, once packages are there: builds what is stale. A process of its own, for what compiles
 * posts takes memory that a serving site has no use for.
 */

await requirePort(environment.port, environment.host);
if (!(await buildSite({ ifStale: true }))) process.exitCode = 1;
