import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import fresh from "fresh";
import parseRange from "range-parser";
import type { Encoding, PageBody } from "@/lib/page-cache/page-body";
import { chooseEncoding } from "@/lib/server/choose-encoding";

/** Names and values in turn, as Node.js writes them without another look. */
export type HeaderList = readonly string[];

/** Says of an answer what somebody else will write into it. */
export function setHeaderList(response: ServerResponse, headers: HeaderList): void {
  for (let index = 0; index < headers.length; index += 2) {
    response.setHeader(headers[index] ?? "", headers[index + 1] ?? "");
  }
}

/**
 * Answers with a body that is at hand, by the manners of HTTP: in an encoding that is understood, `304` where the reader has
 * it, the part that was asked for, no content for `HEAD`.
 * @param headers those of the content; what belongs to the encoding and to the part is added
 */
export function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: HeaderList,
  body: PageBody,
): void {
  const isEncoded = !("identity" in body);
  const encoding = isEncoded ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
  const etag = etagOf(body.etag, encoding);
  const about = isEncoded
    ? [...headers, "ETag", etag, "Vary", "Accept-Encoding"]
    : [...headers, "ETag", etag];
  if (status === 200 && hasIt(request, etag)) {
    response.writeHead(304, withoutContent(about)).end();
    return;
  }
  if (encoding !== "identity") about.push("Content-Encoding", encoding);
  const content = contentOf(body, encoding);
  const part = status === 200 ? readPart(request, etag, content.byteLength) : "whole";
  if (part === "none") {
    about.push("Content-Range", `bytes */${content.byteLength}`, "Content-Length", "0");
    response.writeHead(416, withoutContent(about)).end();
  } else if (part === "whole") {
    about.push("Content-Length", String(content.byteLength));
    response.writeHead(status, about);
    if (request.method === "HEAD") response.end();
    else response.end(content);
  } else {
    const { start, end } = part;
    about.push("Content-Range", `bytes ${start}-${end}/${content.byteLength}`);
    about.push("Content-Length", String(end - start + 1));
    response.writeHead(206, about).end(content.subarray(start, end + 1));
  }
}

/** Each encoding is a thing of its own, byte for byte: parts of one are of no use to the other. */
const etagOf = (etag: string, encoding: Encoding): string =>
  encoding === "identity" ? `"${etag}"` : `"${etag}-${encoding}"`;

/** What is sent is answered, whoever has that answer. */
const hasIt = ({ headers, method }: IncomingMessage, etag: string): boolean =>
  headers["if-none-match"] !== undefined && method !== "POST" && fresh(headers, { etag });

/** A client that takes no compressed content is rare, and a kept body is small. */
function contentOf(body: PageBody, encoding: Encoding): Buffer {
  if ("identity" in body) return body.identity;
  return encoding === "identity" ? gunzipSync(body.gzip) : body[encoding];
}

/** What a request asks for of a content: all, nothing that there is, or one part; several at once are answered with all. */
function readPart(
  { headers, method }: IncomingMessage,
  etag: string,
  length: number,
): "whole" | "none" | { start: number; end: number } {
  const { range, "if-range": condition } = headers;
  if (range === undefined || method !== "GET") return "whole";
  if (condition !== undefined && condition !== etag) return "whole";
  // What can't be read counts for nothing; the package takes it for a part that isn't there.
  if (!wellFormed.test(range)) return "whole";
  const read = parseRange(length, range, { combine: true });
  if (read === -1) return "none";
  if (read === -2 || read.type !== "bytes" || read.length !== 1) return "whole";
  return read[0] ?? "whole";
}

const wellFormed = /^bytes=[\d,\s-]*\d[\d,\s-]*$/;

/** Of what isn't sent nothing is said. */
const withoutContent = (headers: readonly string[]): string[] => {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (!/^content-(?:type|encoding)$/i.test(name)) kept.push(name, headers[index + 1] ?? "");
  }
  return kept;
};
