import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * Bodies are most of a store's size and are read one at a time, too short for a compressor to learn their language. So
 * it begins with a text that is made of other bodies of the archive: what stands there already is only referred to.
 */
export interface BodyDictionary {
  /** Follows from the bytes, so that a key never means two things. */
  key: number;
  /** At most 32 KB of HTML, the window of deflate. */
  bytes: Uint8Array;
}

export const packBody = (html: string, dictionary?: BodyDictionary): Uint8Array =>
  deflateRawSync(html, dictionary && { dictionary: dictionary.bytes });

/** @param dictionary the one that it was packed with */
export const unpackBody = (
  packed: ArrayBuffer | Uint8Array,
  dictionary?: Pick<BodyDictionary, "bytes">,
): string =>
  inflateRawSync(
    packed instanceof ArrayBuffer ? new Uint8Array(packed) : packed,
    dictionary && { dictionary: dictionary.bytes },
  ).toString("utf8");
