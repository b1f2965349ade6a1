import type { ReadResult } from "@/lib/content/read-document";
import type { Problem } from "@/lib/problem";

/** A document as an inspector sees it. */
export interface InspectedDocument extends Extract<ReadResult, { outcome: "read" }> {
  /** Relative to the content folder. */
  path: string;
}

/**
 * Looks for what only a view over the whole folder can tell, or what is worth a look only when an editor asks. Sees each
 * document once, in the order of the folder, and must not hold on to its body.
 */
export interface Inspector {
  see(document: InspectedDocument): void;
  /** What it has found, once it has seen all. */
  conclude(): Problem[];
}
