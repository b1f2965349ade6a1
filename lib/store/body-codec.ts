import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Bodies are most of a store's size and are read one at a time. */
export const packBody = (html: string): Uint8Array => deflateRawSync(html);

export const unpackBody = (packed: ArrayBuffer | Uint8Array): string =>
  inflateRawSync(packed instanceof ArrayBuffer ? new Uint8Array(packed) : packed).toString("utf8");
