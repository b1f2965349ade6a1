import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { startNext } from "@/lib/commands/next-cli";
import { environment } from "@/lib/environment";

/** Serves the site as it was last built, until it is told to stop. */

startNext("start", "--port", String(environment.port)).on("exit", (code) =>
  process.exit(code ?? 1),
);
