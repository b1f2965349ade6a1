import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { once } from "node:events";
import { createServer } from "node:net";
import { startNext } from "@/lib/commands/next-cli";
import { environment } from "@/lib/environment";

/** Serves the site as it was last built, until it is told to stop. */

/** Whether a port is free; Next.js would end with a stack. */
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
if (await isFree(port)) {
  startNext("start", "--port", String(port)).on("exit", (code) => process.exit(code ?? 1));
} else {
  console.error(
    `masthead: port ${port} is taken by another program; stop it, or set PORT to another one`,
  );
  process.exitCode = 1;
}
