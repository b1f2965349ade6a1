import type { CompileContext } from "@/lib/ingest/compile-files";
import type { SourceAccess } from "@/lib/ingest/source-file";

export interface IngestOptions {
  context: Pick<CompileContext, "contentDirectory" | "publicDirectory">;
  /** Fingerprint of the code that compiles documents. */
  pipeline: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
  /**
   * Paths of the files that may have changed since the store was brought up to date, relative to the content folder;
   * unset: any may have. Only where the last run found no linked folders.
   */
  changed?: readonly string[] | undefined;
  /** Whether it is meant that a folder of many files holds none any more, or few. */
  mayBeEmptied?: boolean | undefined;
  /** How files are read; tests count. Files that are compiled in threads are read as always. */
  access?: SourceAccess | undefined;
  /** Called after each batch with the number of files that are done. */
  onProgress?: (done: number, total: number) => void;
  /** Called where another run is under way, whose end is waited for. */
  onWait?: () => void;
}

/** The same, once the settings of the publication are known. */
export interface RunOptions extends IngestOptions {
  context: CompileContext;
}
