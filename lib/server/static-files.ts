import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import mime from "mime-types";
import send from "send";
import { messageOf } from "@/lib/log";
import { ByteLru } from "@/lib/page-cache/byte-lru";
import { createBody, isCompressible, type PageBody, weighBody } from "@/lib/page-cache/page-body";
import { type HeaderList, sendBody, setHeaderList } from "@/lib/server/send-body";
import { decodePercent } from "@/lib/site/decode-percent";

/** A folder whose files are there for readers. */
export interface StaticFolder {
  /** Path in front of its files' own: `/_next/static/`. */
  prefix: string;
  /** Absolute path. */
  folder: string;
  /** Whether the build has made them: then they stay as they are while the site runs. */
  isOfBuild: boolean;
  /** What is said of each: how long it may be kept, and what protects readers. */
  headers: () => HeaderList;
}

interface StaticFile {
  file: string;
  from: StaticFolder;
}

/** What an ending doesn't say. */
const types: Readonly<Record<string, string>> = {
  "speculation-rules.json": "application/speculationrules+json",
};

const typeOf = (file: string): string =>
  mime.contentType(path.extname(file)) || "application/octet-stream";

/** Text larger than this is streamed as it is, in bytes. */
const maxCompressed = 4 * 1024 * 1024;

/** Memory of compressed files, in bytes: a build has some hundred KB of them. */
const memoryBytes = 16 * 1024 * 1024;

/** Answers with files of the build and of `public/`: those that were there at the start, and pictures that came later. */
export class StaticFiles {
  readonly #folders: readonly StaticFolder[];
  readonly #files = new Map<string, StaticFile>();
  readonly #compressed = new ByteLru<PageBody>(memoryBytes);

  /** @param onFault told of what stands in a folder and is no file */
  constructor(folders: readonly StaticFolder[], onFault: (file: string, why: string) => void) {
    this.#folders = folders;
    for (const from of folders) {
      for (const name of listFiles(from.folder, onFault)) {
        const address = from.prefix + name;
        // What lies in a folder within another one is of the inner one.
        if (this.#files.has(address)) continue;
        this.#files.set(address, { file: path.join(from.folder, name), from });
      }
    }
  }

  /**
   * The file at a path as it stands in a request; undefined where nothing is, and "no file" where something is that can't be
   * opened without waiting, or leads nowhere.
   */
  find(pathname: string): StaticFile | "no file" | undefined {
    const name = pathname.includes("%") ? decodePercent(pathname) : pathname;
    if (name === undefined) return undefined;
    const known = this.#files.get(name) ?? this.#findNew(name);
    if (!known || known.from.isOfBuild) return known;
    // Whoever looks after the site may have taken it away, or put something else there.
    return { "a file": known, nothing: undefined, "something else": "no file" as const }[
      lookAt(known.file)
    ];
  }

  /** Answers with a file, in the way of its kind. */
  async answer(
    { file, from }: StaticFile,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const type = types[path.basename(file)] ?? typeOf(file);
    const headers = [...from.headers(), "Content-Type", type];
    const body = isCompressible(type) ? await this.#compress(file, type) : undefined;
    if (body) sendBody(request, response, 200, headers, body);
    else stream(file, headers, request, response);
  }

  /** What came since the start: pages have no ending, so that they aren't looked for on the disk. */
  #findNew(name: string): StaticFile | undefined {
    const from = this.#folders.find(({ prefix }) => name.startsWith(prefix));
    if (!from || from.isOfBuild || !isPlainName(name)) return undefined;
    return { file: path.join(from.folder, name.slice(from.prefix.length)), from };
  }

  async #compress(file: string, type: string): Promise<PageBody | undefined> {
    const { size, mtimeMs } = statSync(file);
    if (size > maxCompressed) return undefined;
    const key = `${file} ${size} ${mtimeMs}`;
    const known = this.#compressed.get(key);
    if (known) return known;
    const body = await createBody(readFileSync(file), type);
    this.#compressed.set(key, body, weighBody(body) + key.length + 100);
    return body;
  }
}

/** What stands at a path. Nothing but files is ever opened: who reads from a pipe may wait for ever. */
function lookAt(file: string): "a file" | "nothing" | "something else" {
  try {
    const stats = statSync(file);
    // A folder is no answer, but there may be a page of its name.
    if (stats.isDirectory()) return "nothing";
    return stats.isFile() ? "a file" : "something else";
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    return /ENOENT|ENOTDIR/.test(thrown.message) ? "nothing" : "something else";
  }
}

const isFileSystemError = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && "syscall" in thrown;

/** A file with an ending, in folders that are named; nothing hidden, nothing that climbs. */
const isPlainName = (name: string): boolean =>
  /\.[a-z0-9]{1,8}$/i.test(name) && !/[\\\0]|(?:^|\/)\./.test(name);

/** Pictures, films, fonts: by parts where asked for. */
function stream(
  file: string,
  headers: HeaderList,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  setHeaderList(response, headers);
  send(request, path.basename(file), {
    root: path.dirname(file),
    cacheControl: false,
    dotfiles: "allow",
  })
    .on("error", (error: { status?: number }) => {
      response.statusCode = error.status ?? 500;
      response.removeHeader("Content-Type");
      response.setHeader("Cache-Control", "no-store");
      response.end();
    })
    .pipe(response);
}

/** Names of all that is no folder, with `/` between folders; what links lead to counts, unless they lead in a circle. */
function listFiles(folder: string, onFault: (file: string, why: string) => void): string[] {
  const found: string[] = [];
  const look = (relative: string, above: ReadonlySet<string>) => {
    const absolute = path.join(folder, relative);
    const real = realpathSync(absolute);
    if (above.has(real)) return onFault(absolute, "is a link to a folder that it stands in");
    for (const name of readdirSync(absolute)) {
      const inside = relative === "" ? name : `${relative}/${name}`;
      try {
        const stats = statSync(path.join(folder, inside));
        if (stats.isDirectory()) look(inside, new Set([...above, real]));
        else found.push(inside);
        if (!stats.isDirectory() && !stats.isFile()) {
          onFault(path.join(folder, inside), "is no regular file");
        }
      } catch (thrown) {
        found.push(inside);
        onFault(path.join(folder, inside), messageOf(thrown));
      }
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })) look("", new Set());
  return found;
}
