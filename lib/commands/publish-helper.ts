import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { Socket } from "node:net";
import { root } from "@/lib/commands/content/bring-up-to-date";
import { PublishHelper } from "@/lib/commands/handover/publish-helper";
import { environment } from "@/lib/environment";

/** The process beside a running site that does the work of `npm run publish` (site/publishing-door.ts starts it). */

const { href } = new URL("./code-fingerprint.mjs", import.meta.url);
const { codeFingerprint: code }: { codeFingerprint: string | undefined } = await import(href);
const secret = environment.revalidateSecret ?? "";
const helper = new PublishHelper({ root, secret, environment, code });
process.on("message", (_message: unknown, handle: unknown) => {
  if (handle instanceof Socket) helper.take(handle);
});
// The site is gone. What is under way is finished.
process.on("disconnect", () => helper.end());
if (!process.connected) helper.end();
