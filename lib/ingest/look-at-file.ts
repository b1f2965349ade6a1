import type { ReadingContext } from "@/lib/content/read-document";
import type { Remains } from "@/lib/content/read-remains";
import { inspectBody } from "@/lib/ingest/inspect-body";
import type { InspectedDocument } from "@/lib/ingest/inspection";
import { parseContent, readContent, type SourceAccess } from "@/lib/ingest/source-file";
import type { Finding } from "@/lib/problem";

/**
 * What a check keeps of one file: all that a view over the whole folder needs, without the body. Plain data, made from the
 * file's path and bytes, the code and the time zone alone: it can come from another thread, or be kept for the next check.
 */
export type LookedAt =
  | { outcome: "ignored" }
  | {
      outcome: "refused";
      findings: Finding[];
      remains: Pick<Remains, "isHidden" | "date">;
      /** Nothing of it may be kept: the system has refused it at this moment. */
      isUnreadable?: true;
    }
  | ({ outcome: "read"; findings: Finding[] } & Omit<InspectedDocument, "path">);

export interface LookingContext {
  /** Absolute path of the content folder. */
  contentDirectory: string;
  reading: ReadingContext;
}

export function lookAtFile(
  path: string,
  { contentDirectory, reading }: LookingContext,
  access: SourceAccess,
): LookedAt {
  const content = readContent(contentDirectory, path, access);
  const result = parseContent(path, content, reading, access);
  switch (result.outcome) {
    case "ignored":
      return result;
    case "refused": {
      const { isHidden, date } = result.remains ?? {};
      return {
        outcome: "refused",
        findings: result.findings,
        remains: {
          ...(isHidden === undefined ? {} : { isHidden }),
          ...(date === undefined ? {} : { date }),
        },
        ...(content.kind === "unreadable" ? { isUnreadable: true } : {}),
      };
    }
    case "read": {
      const { source, positions, bodyLine, findings } = result;
      return {
        outcome: "read",
        findings,
        source: { type: source.type, fields: source.fields },
        positions,
        bodyLine,
        body: inspectBody(result),
      };
    }
  }
}
