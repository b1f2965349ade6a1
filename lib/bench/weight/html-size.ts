import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { writeByHand } from "@/lib/bench/weight/handwritten";

export interface HtmlSize {
  htmlBytes: number;
  gzipBytes: number;
  brotliBytes: number;
  /** To the same page written by hand; uncompressed, and in brotli. */
  ratio: number;
  brotliRatio: number;
}

/** Sizes of a page, packed as tightly as can be: what a server that packs once can send. */
export function measureHtml(html: string): HtmlSize {
  const byHand = writeByHand(html);
  const [htmlBytes, brotliBytes] = [Buffer.byteLength(html), packBrotli(html)];
  return {
    htmlBytes,
    gzipBytes: gzipSync(html, { level: 9 }).length,
    brotliBytes,
    ratio: htmlBytes / Buffer.byteLength(byHand),
    brotliRatio: brotliBytes / packBrotli(byHand),
  };
}

const packBrotli = (text: string): number =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  }).length;
