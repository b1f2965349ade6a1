import type { DocumentSource, ReadResult } from "@/lib/content/read-document";
import type { InspectedBody } from "@/lib/ingest/inspect-body";
import type { Problem } from "@/lib/problem";

/** A document as an inspector sees it: its body is gone, what is to be known of it is noted. */
export interface InspectedDocument
  extends Pick<Extract<ReadResult, { outcome: "read" }>, "positions" | "bodyLine"> {
  /** Relative to the content folder. */
  path: string;
  source: Omit<DocumentSource, "body">;
  body: InspectedBody;
}

/**
 * Looks for what only a view over the whole folder can tell, or what is worth a look only when an editor asks. Sees each
 * document once, in the order of the folder.
 */
export interface Inspector {
  see(document: InspectedDocument): void;
  /** What it has found, once it has seen all. */
  conclude(): Problem[];
}
