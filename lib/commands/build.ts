import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { buildSite } from "@/lib/commands/build-site";

/** `npm run build`: what a host runs. */

if (!(await buildSite({ ifStale: false }))) process.exitCode = 1;
