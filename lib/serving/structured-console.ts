import { format } from "node:util";
import type { Fields, Level } from "@/lib/log";

const levels = { debug: "debug", log: "info", info: "info", warn: "warn", error: "error" } as const;

/**
 * What Next.js and packages print becomes lines of the log, with their stacks in one line, where machines read them. A
 * person at a terminal sees it as it is.
 */
export function structureConsole(
  log: (level: Level, event: string, fields: Fields) => void,
  output: { isTTY?: boolean } = process.stdout,
): void {
  if (output.isTTY) return;
  for (const [name, level] of Object.entries(levels)) {
    Reflect.set(console, name, (...args: unknown[]) => {
      const message = format(...args).trim();
      if (message !== "") log(level, "console", { message });
    });
  }
}
