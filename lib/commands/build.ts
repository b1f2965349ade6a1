import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { once } from "node:events";
import { root } from "@/lib/commands/bring-up-to-date";
import { startNext } from "@/lib/commands/next-cli";
import { bringUpToDateAloud } from "@/lib/commands/report";
import { stampBuild } from "@/lib/commands/stamp-build";
import { environment } from "@/lib/environment";

/** `npm run build [-- --if-stale]`: content, then Next.js; with `--if-stale` only where the last build doesn't hold. */

const { generation } = await bringUpToDateAloud();
const stamp = stampBuild(root, environment, generation);
if (process.argv.includes("--if-stale") && stamp.isCurrent()) {
  console.log("masthead: the site is built and up to date");
} else {
  console.log("masthead: building the site (next build) …");
  stamp.discard();
  const [status] = await once(startNext("build"), "exit");
  if (status === 0) stamp.write();
  else process.exitCode = 1;
}
