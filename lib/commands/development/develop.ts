import { watchScripts } from "@/lib/commands/build/bundle-scripts";
import { startNext } from "@/lib/commands/build/next-cli";
import { tellProvider } from "@/lib/commands/build/tell-provider";
import { root } from "@/lib/commands/content/bring-up-to-date";
import { bringUpToDateAloud } from "@/lib/commands/content/report";
import { requirePort } from "@/lib/commands/site/require-port";
import { watchContent } from "@/lib/commands/watch/watch-content";
import { environment } from "@/lib/environment";

/**
 * `npm run dev`: the site with live reload; saving a post shows in the open browser. Its stores are its own: what it shows
 * is nobody else's business until it is published (decisions/0006-publishing.md).
 */

const { host, port } = environment;
await requirePort(port, host);
await bringUpToDateAloud();
const interfaces = host === undefined ? [] : ["--hostname", host];
const server = startNext("dev", ["--port", String(port), ...interfaces], {
  ...(await watchScripts(root)),
  ...(await tellProvider()),
});
watchContent(async ({ paths, isCheck }) => {
  await bringUpToDateAloud({ changed: paths, isCheck });
  return true;
});
server.on("exit", (code) => process.exit(code ?? 1));
