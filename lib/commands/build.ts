import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { buildSite } from "@/lib/commands/build/build-site";

/** `npm run build`: what a host runs. */

if (!(await buildSite({ ifStale: false }))) process.exitCode = 1;
