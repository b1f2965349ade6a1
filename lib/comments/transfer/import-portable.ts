import { z } from "zod";
import { hashText } from "@/lib/comments/read-draft";
import type { Surroundings } from "@/lib/comments/store/transfer-comments";
import { ArchiveError, type Skipped } from "@/lib/comments/transfer/comment-archive";
import type { ImportPlan } from "@/lib/comments/transfer/import-comments";
import { inOrderOfAnswers } from "@/lib/comments/transfer/in-order-of-answers";
import {
  portableBlock,
  portableClosedThread,
  portableComment,
  portableFile,
  portableFormat,
  portableLine,
} from "@/lib/comments/transfer/portable-format";

interface PortablePlan extends ImportPlan {
  surroundings: Surroundings;
}

/** Whether a file claims to be of our own format. */
export const isPortable = (json: unknown): boolean =>
  z.looseObject({ format: z.literal(portableFormat) }).safeParse(json).success;

/**
 * Reads our own format; what is wrong in an entry leaves out that entry alone.
 * @param file name for messages
 * @throws ArchiveError where the file as a whole can't be read
 */
export function readPortable(json: unknown, file: string): PortablePlan {
  const parsed = portableFile.safeParse(json);
  if (!parsed.success) throw new ArchiveError(`${file}: error: ${describe(parsed.error)}`);
  const { comments, closedThreads, blocks, log } = parsed.data;
  const skipped: Skipped[] = [];
  const read = <Entry>(name: string, entries: readonly unknown[], format: z.ZodType<Entry>) =>
    entries.flatMap((entry, index) => {
      const result = format.safeParse(entry);
      if (result.success) return [result.data];
      const place = `${file}: ${name}[${index}]`;
      skipped.push({ place, reason: describe(result.error) });
      return [];
    });
  const { ordered, circular } = inOrderOfAnswers(
    read("comments", comments, portableComment),
    ({ id }) => id,
    ({ parentId }) => parentId,
  );
  for (const { id } of circular) {
    skipped.push({ place: `${file}: comment ${id}`, reason: "it answers an answer to itself" });
  }
  return {
    skipped,
    uprooted: [],
    incoming: ordered.map((comment) => ({ ...comment, textHash: hashOf(comment) })),
    surroundings: {
      closedThreads: read("closedThreads", closedThreads, portableClosedThread),
      blocks: read("blocks", blocks, portableBlock),
      log: read("log", log, portableLine),
    },
  };
}

const hashOf = ({ status, text }: { status: string; text: string }): string =>
  status === "deleted" ? "" : hashText(text);

/** Every problem of an entry: "createdAt: must be an instant …; text: …". */
const describe = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`).join("; ");
