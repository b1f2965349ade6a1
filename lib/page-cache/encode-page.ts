import { createHash } from "node:crypto";
import { z } from "zod";
import type { CachedPage, Page } from "@/lib/page-cache/page";
import type { PageBody } from "@/lib/page-cache/page-body";

/** A page as it stands on a disk or in Redis, with what is needed to know whether it is still right. */
export interface StoredPage extends CachedPage {
  /** Of the newest revalidation that was known when its rendering began (lib/page-cache/revalidations.ts). */
  position: number;
}

/** Changes with the layout of what is stored. */
const magic = Buffer.from("MP2\n");

const checksumBytes = 16;

/** Bytes of a body's parts, in the order in which they follow. */
const body = z
  .object({ etag: z.string() })
  .and(
    z.union([z.object({ br: z.number(), gzip: z.number() }), z.object({ identity: z.number() })]),
  );

const head = z.object({
  key: z.string(),
  position: z.number(),
  renderedAt: z.number(),
  lifetime: z
    .object({
      revalidate: z.union([z.number(), z.literal(false)]),
      expire: z.number().optional(),
    })
    .optional(),
  page: z.object({
    kind: z.enum(["APP_PAGE", "APP_ROUTE"]),
    status: z.number(),
    headers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    inlineScripts: z.union([z.literal(["none", "any"]), z.object({ hashes: z.array(z.string()) })]),
    body,
  }),
});

type Head = z.infer<typeof head>;

/**
 * Packs a page: a checksum, the length of a head, the head as JSON, and the parts of the body as readers get them, which are
 * compressed already.
 */
export function encodePage(key: string, stored: StoredPage): Buffer {
  const { page, position, renderedAt, lifetime } = stored;
  const [lengths, parts] = describe(page.body);
  const described = { ...page, body: lengths };
  const json = Buffer.from(
    JSON.stringify({ key, position, renderedAt, lifetime, page: described }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.byteLength);
  const content = [length, json, ...parts];
  return Buffer.concat([magic, checksum(content), ...content]);
}

function describe(body: PageBody): [lengths: Head["page"]["body"], parts: Buffer[]] {
  const { etag } = body;
  if ("identity" in body) return [{ etag, identity: body.identity.byteLength }, [body.identity]];
  const { br, gzip } = body;
  return [{ etag, br: br.byteLength, gzip: gzip.byteLength }, [br, gzip]];
}

/** The page that was packed; undefined where the bytes are damaged, of another layout, or those of another key. */
export function decodePage(key: string, bytes: Buffer): StoredPage | undefined {
  const start = magic.byteLength + checksumBytes;
  if (bytes.byteLength < start + 4 || !bytes.subarray(0, magic.byteLength).equals(magic)) return;
  const content = bytes.subarray(start);
  if (!checksum([content]).equals(bytes.subarray(magic.byteLength, start))) return;
  const length = content.readUInt32LE();
  const read = readHead(content.subarray(4, 4 + length).toString("utf8"));
  if (read?.key !== key) return;
  const body = readBody(read.page.body, content.subarray(4 + length));
  if (!body) return;
  const { position, renderedAt, lifetime } = read;
  const page: Page = { ...read.page, body };
  return {
    page,
    position,
    renderedAt,
    lifetime: lifetime && { revalidate: lifetime.revalidate, expire: lifetime.expire },
  };
}

const checksum = (parts: readonly Buffer[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, checksumBytes);
};

function readHead(json: string): Head | undefined {
  try {
    return head.safeParse(JSON.parse(json)).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function readBody(described: Head["page"]["body"], parts: Buffer): PageBody | undefined {
  const { etag } = described;
  if ("identity" in described) {
    return described.identity === parts.byteLength ? { etag, identity: parts } : undefined;
  }
  const { br, gzip } = described;
  if (br + gzip !== parts.byteLength) return undefined;
  return { etag, br: parts.subarray(0, br), gzip: parts.subarray(br) };
}
