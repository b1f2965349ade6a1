import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";

/** An answer's body, made once: compressed both ways where that makes it smaller, else as it is. */
export type PageBody = { etag: string } & ({ br: Buffer; gzip: Buffer } | { identity: Buffer });

/** The encodings that bodies are kept in, as HTTP names them. */
export type Encoding = "br" | "gzip" | "identity";

/** Less is sent in one packet however it is encoded. */
const smallest = 512;

/**
 * How much brotli tries. From 8 on it takes ten times as long for a tenth less; at 7 a page of 14 KB takes half a
 * millisecond, in a thread of its own.
 */
const quality = 7;

const compressedByBrotli = promisify<Buffer, object, Buffer>(brotliCompress);
const decompressed = promisify<Buffer, Buffer>(brotliDecompress);
const compressedByGzip = promisify<Buffer, Buffer>(gzip);

/** @param type of the content, as its header says it */
export async function createBody(content: Buffer, type: string): Promise<PageBody> {
  const etag = createHash("sha256").update(content).digest("base64url").slice(0, 16);
  if (content.byteLength < smallest || !isCompressible(type)) return { etag, identity: content };
  const [br, gzipped] = await Promise.all([
    compressedByBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      },
    }),
    compressedByGzip(content),
  ]);
  return { etag, br, gzip: gzipped };
}

/** The content itself. */
export const readBody = async (body: PageBody): Promise<Buffer> =>
  "identity" in body ? body.identity : decompressed(body.br);

/** Bytes that a body takes. */
export const weighBody = (body: PageBody): number =>
  "identity" in body ? body.identity.byteLength : body.br.byteLength + body.gzip.byteLength;

/** Whether content of a type is text of some kind. */
export const isCompressible = (type: string): boolean =>
  /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)|font\/(?:ttf|otf))/i.test(
    type,
  );
