import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import path from "node:path";
import { describeTooLarge } from "@/lib/content/decode-text";
import { type ReadingContext, type ReadResult, readDocument } from "@/lib/content/read-document";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";
import { type PostFile, readPostFile } from "@/lib/ingest/read-post-file";
import type { Finding } from "@/lib/problem";

/** How files are read and what they say is understood. */
export interface SourceAccess {
  /** @throws the system's error where a file can't be read */
  readFile: (absolute: string) => PostFile;
  parse: (path: string, bytes: Uint8Array, context: ReadingContext) => ReadResult;
}

export const sourceAccess: SourceAccess = { readFile: readPostFile, parse: readDocument };

/** What reading a file has given: its bytes, or why there are none. */
export type SourceContent =
  | { kind: "bytes"; bytes: Uint8Array }
  | { kind: "too large"; size: number }
  /** `isGone` where there is no file any more, nor a link. */
  | { kind: "unreadable"; finding: Finding; isGone: boolean };

/**
 * A file as a run has read it, on its way from one step to the next, so that none need read it again: its content, or
 * what that says once it has been parsed.
 */
export type SourceFile = { hash: string } & ({ content: SourceContent } | { result: ReadResult });

/**
 * Reads a file as it is now, also one that is gone or can't be read.
 * @param file relative to the content folder
 */
export function readContent(
  contentDirectory: string,
  file: string,
  { readFile }: SourceAccess,
): SourceContent {
  const absolute = path.join(contentDirectory, file);
  try {
    const read = readFile(absolute);
    return read.tooLarge
      ? { kind: "too large", size: read.size }
      : { kind: "bytes", bytes: read.bytes };
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    const finding = describeUnreadable(thrown, file);
    return { kind: "unreadable", finding, isGone: isGone(absolute, thrown) };
  }
}

/** A name that is no text is found under no path, though the file is there. */
const isGone = (absolute: string, { code }: NodeJS.ErrnoException): boolean =>
  (code === "ENOENT" || code === "ENOTDIR") &&
  !absolute.includes("\ufffd") &&
  lstatSync(absolute, { throwIfNoEntry: false }) === undefined;

export function parseContent(
  file: string,
  content: SourceContent,
  context: ReadingContext,
  { parse }: SourceAccess,
): ReadResult {
  switch (content.kind) {
    case "bytes":
      return parse(file, content.bytes, context);
    case "too large":
      return { outcome: "refused", findings: [describeTooLarge(content.size)] };
    case "unreadable":
      return { outcome: "refused", findings: [content.finding] };
  }
}

/** Reads and hashes a file as it is now. */
export function openSource(
  contentDirectory: string,
  file: string,
  access: SourceAccess,
): SourceFile {
  const content = readContent(contentDirectory, file, access);
  return { hash: hashContent(content), content };
}

/** What a file says that was read; parsed unless it has been. */
export const parseSource = (
  file: string,
  source: SourceFile,
  context: ReadingContext,
  access: SourceAccess,
): ReadResult =>
  "result" in source ? source.result : parseContent(file, source.content, context, access);

/** 128 bits over the bytes of a file. */
export const hashBytes = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 32);

/** The same for a file as it was read; what is too large to be one is told apart by its size alone. */
function hashContent(content: SourceContent): string {
  switch (content.kind) {
    case "bytes":
      return hashBytes(content.bytes);
    case "too large":
      return hashBytes(Buffer.from(`too large: ${content.size}`));
    case "unreadable":
      // That of no bytes: the next run tries again.
      return "";
  }
}
