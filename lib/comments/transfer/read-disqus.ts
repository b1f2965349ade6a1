import { createRequire } from "node:module";
import {
  type ArchivedComment,
  type ArchivedThread,
  ArchiveError,
  type CommentArchive,
  type Skipped,
} from "@/lib/comments/transfer/comment-archive";
import { htmlToMarkdown } from "@/lib/comments/transfer/html-to-markdown";

// The package is CommonJS, and its exports can't be named in an import.
const sax = createRequire(import.meta.url)("sax") as typeof import("sax");

/** An element `thread` or `post` of the file. */
interface Entry {
  kind: "thread" | "post";
  /** `dsq:id` of the element itself. */
  id: string;
  line: number;
  /** Texts of what is in it, by path: `author/name`. */
  texts: Map<string, string>;
  /** `dsq:id` of what it points to: its thread, its parent. */
  links: Map<string, string>;
}

/**
 * Disqus's export, XML of https://disqus.com/disqus-internals.xsd: threads, then posts that point to them. Messages are HTML.
 * Read as a stream; entities beyond XML's own are refused, and none is ever expanded.
 * @param file name for messages
 * @throws ArchiveError where it isn't well-formed, with line and column
 */
export async function readDisqus(
  chunks: AsyncIterable<string>,
  file: string,
): Promise<CommentArchive> {
  const threads = new Map<string, ArchivedThread>();
  const comments: ArchivedComment[] = [];
  const skipped: Skipped[] = [];
  const take = (entry: Entry) => {
    if (entry.kind === "thread") threads.set(entry.id, toThread(entry));
    else {
      const comment = toComment(entry, threads, file);
      if ("reason" in comment) skipped.push(comment);
      else comments.push(comment);
    }
  };
  const parser = createParser(file, take);
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
  return { source: "disqus", comments, skipped };
}

function createParser(file: string, take: (entry: Entry) => void) {
  const parser = sax.parser(true, { position: true });
  const path: string[] = [];
  let entry: Entry | undefined;
  const fail = (problem: string) => {
    const place = `${file}:${parser.line + 1}:${parser.column + 1}`;
    throw new ArchiveError(`${place}: error: ${problem}`);
  };
  const addText = (text: string) => {
    if (!entry) return;
    const name = path.slice(2).join("/");
    entry.texts.set(name, (entry.texts.get(name) ?? "") + text);
  };
  parser.onerror = (error) => fail(`no well-formed XML: ${error.message.split("\n")[0]}`);
  parser.onopentag = ({ name, attributes }) => {
    if (path.length === 0 && name !== "disqus") {
      fail(`<${name}> is not how an export of Disqus begins; it should be <disqus>`);
    }
    path.push(name);
    const id = String(attributes["dsq:id"] ?? "");
    const [, kind] = path;
    if (path.length === 2 && (kind === "thread" || kind === "post")) {
      entry = { kind, id, line: parser.line + 1, texts: new Map(), links: new Map() };
    } else if (path.length === 3 && entry && id !== "") entry.links.set(name, id);
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => {
    path.pop();
    if (path.length > 1 || !entry) return;
    take(entry);
    entry = undefined;
  };
  return parser;
}

function toThread({ id, texts }: Entry): ArchivedThread {
  const text = (name: string) => texts.get(name)?.trim() ?? "";
  const identifier = text("id");
  // Plugins for WordPress wrote "123 https://example.com/?p=123".
  const words = identifier.split(/\s+/).filter(Boolean);
  return {
    key: id,
    ids: [...new Set([identifier, ...words])].filter(Boolean),
    addresses: [text("link"), ...words.filter((word) => word.includes("/"))].filter(Boolean),
    ...(text("title") === "" ? {} : { title: text("title") }),
  };
}

function toComment(
  { id, line, texts, links }: Entry,
  threads: ReadonlyMap<string, ArchivedThread>,
  file: string,
): ArchivedComment | Skipped {
  const place = `${file}:${line}: post ${id}`;
  const text = (name: string) => texts.get(name)?.trim() ?? "";
  const isSo = (name: string) => text(name) === "true";
  const threadId = links.get("thread") ?? "";
  const thread = threads.get(threadId);
  const createdAt = Date.parse(text("createdAt"));
  if (id === "") return { place, reason: "it has no dsq:id" };
  if (!thread) return { place, reason: `its thread ${threadId} is not in the file` };
  if (Number.isNaN(createdAt)) {
    return { place, reason: `createdAt ${JSON.stringify(text("createdAt"))} is no date` };
  }
  const name = text("author/name") || text("author/username") || "Guest";
  const parent = links.get("parent");
  const email = text("author/email");
  return {
    key: `disqus:${id}`,
    thread,
    place,
    createdAt,
    name,
    writer: text("author/username") || `${email} ${name}`,
    text: htmlToMarkdown(texts.get("message") ?? ""),
    status: isSo("isDeleted") ? "deleted" : isSo("isSpam") ? "spam" : "visible",
    ...(parent === undefined ? {} : { parentKey: `disqus:${parent}` }),
    ...(email === "" ? {} : { email }),
    ...(text("author/link") === "" ? {} : { website: text("author/link") }),
  };
}
