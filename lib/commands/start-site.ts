import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { existsSync } from "node:fs";
import path from "node:path";
import { openPublishingDoor } from "@/lib/commands/site/publishing-door";
import { createSecret, noteRunningSite } from "@/lib/commands/site/running-sites";
import { environment } from "@/lib/environment";
import { ownHost } from "@/lib/site/own-host";

/** `npm run serve`, and the second half of `npm start`, once there is a build: serves until it is told to stop. */

if (!existsSync(".next/BUILD_ID")) {
  console.error(
    "masthead: there is no build here; `npm run build` makes one, and so does `npm start`",
  );
  process.exit(1);
}
console.log("masthead: starting the server");
const { port } = environment;
const host = ownHost(environment.host);
// Without one, the door for `npm run publish` would be closed to ourselves too.
const secret = environment.revalidateSecret ?? createSecret();
Object.assign(process.env, {
  // As `next start` has it; React and Next.js look at it as they are loaded.
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  REVALIDATE_SECRET: secret,
  // Where this site asks itself.
  PORT: String(port),
});
// Commands have them for their own errors; for all of Next's files they would take memory as long as the site is served.
process.setSourceMapsEnabled(false);
const { startServer } = await import("@/lib/server/start-server");
await startServer(process.cwd());
const root = process.cwd();
const contentDirectory = path.resolve(root, environment.contentDirectory);
const door = await openPublishingDoor(root, { port, secret, contentDirectory });
const takeBack = noteRunningSite(root, {
  ...{ pid: process.pid, port, host, secret },
  databaseUrl: environment.contentDatabase.url,
  contentDirectory,
  ...(door ? { door: door.place } : {}),
});
process.on("exit", () => {
  takeBack();
  door?.close();
});
