import { promisify } from "node:util";
import { constants, deflate, inflate } from "node:zlib";
import { z } from "zod";
import type { CachedPage, Page } from "@/lib/page-cache/page";

/** A page as it stands on a disk or in Redis, with what is needed to know whether it is still right. */
export interface StoredPage extends CachedPage {
  /** Of the newest revalidation that was known when its rendering began (lib/page-cache/revalidations.ts). */
  position: number;
}

/** Changes with the layout of what is stored. */
const magic = "MP1\n";

const deflated = promisify(deflate);
const inflated = promisify(inflate);

const headers = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
  .optional();
const status = z.number().optional();

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
  page: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("APP_PAGE"),
      headers,
      status,
      postponed: z.string().optional(),
      /** Bytes of its parts, in the order in which they follow. */
      html: z.number(),
      rscData: z.number().optional(),
      segments: z.array(z.tuple([z.string(), z.number()])).optional(),
    }),
    z.object({ kind: z.literal("APP_ROUTE"), headers, status, body: z.number() }),
  ]),
});

/**
 * Packs a page: the length of a head, the head as JSON, the page's parts as they are; all deflated. The checksum of
 * zlib's format tells a damaged one.
 */
export async function encodePage(key: string, stored: StoredPage): Promise<Buffer> {
  const { page, position, renderedAt, lifetime } = stored;
  const [description, parts] = describe(page);
  const json = Buffer.from(
    JSON.stringify({ key, position, renderedAt, lifetime, page: description }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.byteLength);
  const packed = await deflated(Buffer.concat([length, json, ...parts]), {
    level: constants.Z_BEST_SPEED,
  });
  return Buffer.concat([Buffer.from(magic), packed]);
}

function describe(page: Page): [description: object, parts: Buffer[]] {
  const { kind, headers, status } = page;
  if (page.kind === "APP_ROUTE") {
    return [{ kind, headers, status, body: page.body.byteLength }, [page.body]];
  }
  const html = Buffer.from(page.html);
  const { rscData, postponed, segmentData } = page;
  const segments = segmentData && [...segmentData];
  return [
    {
      kind,
      headers,
      status,
      postponed,
      html: html.byteLength,
      rscData: rscData?.byteLength,
      segments: segments?.map(([name, data]) => [name, data.byteLength]),
    },
    [html, ...(rscData ? [rscData] : []), ...(segments ?? []).map(([, data]) => data)],
  ];
}

/** The page that was packed; nothing where the bytes are damaged, of another layout, or those of another key. */
export async function decodePage(key: string, bytes: Buffer): Promise<StoredPage | undefined> {
  if (bytes.subarray(0, magic.length).toString("latin1") !== magic) return undefined;
  const content = await inflated(bytes.subarray(magic.length)).catch(() => undefined);
  if (!content || content.byteLength < 4) return undefined;
  const length = content.readUInt32LE();
  const read = readHead(content.subarray(4, 4 + length).toString("utf8"));
  if (read?.key !== key) return undefined;
  const page = readPage(read.page, content.subarray(4 + length));
  if (!page) return undefined;
  const { position, renderedAt, lifetime } = read;
  return {
    page,
    position,
    renderedAt,
    lifetime: lifetime && { revalidate: lifetime.revalidate, expire: lifetime.expire },
  };
}

type Head = z.infer<typeof head>;

function readHead(json: string): Head | undefined {
  try {
    return head.safeParse(JSON.parse(json)).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function readPage(described: Head["page"], parts: Buffer): Page | undefined {
  let offset = 0;
  const next = (length: number) => {
    const part = parts.subarray(offset, offset + length);
    offset += length;
    return part;
  };
  const page = readParts(described, next);
  return offset === parts.byteLength ? page : undefined;
}

function readParts(described: Head["page"], next: (length: number) => Buffer): Page {
  const { kind, headers, status } = described;
  if (kind === "APP_ROUTE") return { kind, headers, status, body: next(described.body) };
  return {
    kind,
    headers,
    status,
    postponed: described.postponed,
    html: next(described.html).toString("utf8"),
    rscData: described.rscData === undefined ? undefined : next(described.rscData),
    segmentData:
      described.segments &&
      new Map(described.segments.map(([name, length]) => [name, next(length)])),
  };
}
