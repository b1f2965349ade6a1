import { createHash } from "node:crypto";
import type { Inspector } from "@/lib/ingest/inspection";
import type { Problem } from "@/lib/problem";

/** UTF-16 code units; two short texts may well be the same. */
const minBodyLength = 120;

const hash = (text: string): string =>
  createHash("sha256").update(text).digest("base64").slice(0, 22);

/** Posts whose texts are the same to the letter: one of them was copied, or imported twice. */
export function createTwinInspector(): Inspector {
  const seen = new Map<string, { path: string; frontMatter: string }>();
  const problems: Problem[] = [];
  return {
    see({ path, source, bodyLine, body }) {
      if (source.type !== "Post" || body.length < minBodyLength) return;
      const key = body.hash;
      const frontMatter = hash(JSON.stringify(source.fields));
      const twin = seen.get(key);
      if (!twin) {
        seen.set(key, { path, frontMatter });
        return;
      }
      const isCopy = twin.frontMatter === frontMatter;
      problems.push({
        path,
        line: isCopy ? 1 : bodyLine,
        column: 1,
        severity: "warning",
        message: isCopy
          ? "the file is a copy of another"
          : "the text is to the letter that of another post",
        remedy: `delete one of the two; the other is ${twin.path}`,
      });
    },
    conclude: () => problems,
  };
}
