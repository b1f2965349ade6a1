import path from "node:path";
import { type SourceAccess, sourceAccess } from "@/lib/ingest/source-file";

export interface CountedAccess {
  access: SourceAccess;
  /** How often each file has been read and parsed since this was last asked, by path. */
  take(): Record<string, { read: number; parsed: number }>;
}

/** For tests only: reads files as always, and counts. */
export function countReads(contentDirectory: string): CountedAccess {
  let counts = new Map<string, { read: number; parsed: number }>();
  const of = (file: string) => {
    const count = counts.get(file) ?? { read: 0, parsed: 0 };
    counts.set(file, count);
    return count;
  };
  return {
    access: {
      readFile: (absolute) => {
        of(path.relative(contentDirectory, absolute)).read += 1;
        return sourceAccess.readFile(absolute);
      },
      parse: (file, bytes, context) => {
        of(file).parsed += 1;
        return sourceAccess.parse(file, bytes, context);
      },
    },
    take: () => {
      const taken = Object.fromEntries(counts);
      counts = new Map();
      return taken;
    },
  };
}
