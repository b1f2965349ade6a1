import { createHash } from "node:crypto";
import type { CompileSettings } from "@/lib/site/compile-settings";

/**
 * Fingerprint of what the compiled form of a file depends on besides its bytes: files compiled under another one are
 * compiled again.
 * @param compiler fingerprint of the code that compiles, its packages included
 */
export const fingerprintPipeline = (compiler: string, settings: CompileSettings): string =>
  createHash("sha256")
    // The same for the same settings, in whatever order they are given.
    .update(JSON.stringify([compiler, Object.entries(settings).sort()]))
    .digest("hex")
    .slice(0, 12);
