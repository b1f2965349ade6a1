import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** An answer that was complete before any of it was sent. */
export interface HeldAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  content: Buffer;
}

interface Holding {
  /** Whether an answer with these headers is held back; others go out as they are written. */
  isHeld(headers: OutgoingHttpHeaders, status: number): boolean;
  /** Sends the answer in place of whoever wrote it. */
  send(answer: HeldAnswer): void;
}

/**
 * Holds back what somebody writes into an answer until it is complete. Whoever writes sees no difference: its headers stand
 * in the answer, which ends when what is sent in its place has ended.
 */
export function holdAnswer(response: ServerResponse, { isHeld, send }: Holding): void {
  const { write, end, writeHead, flushHeaders } = response;
  const release = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  const chunks: Buffer[] = [];
  /** Decided when the first byte, or the end, is written. */
  let holds: boolean | undefined;
  const decide = (): boolean => {
    holds ??= isHeld(response.getHeaders(), response.statusCode);
    if (!holds) release();
    return holds;
  };
  response.flushHeaders = () => {
    if (!decide()) response.flushHeaders();
  };
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    setHeaders(response, rest.at(-1));
    if (!decide()) response.writeHead(status);
    return response;
  };
  response.write = (chunk: unknown, ...rest: unknown[]): boolean => {
    if (!decide()) return Reflect.apply(response.write, response, [chunk, ...rest]);
    keep(chunks, chunk, rest[0]);
    callBack(rest);
    return true;
  };
  response.end = (...given: unknown[]): ServerResponse => {
    if (!decide()) return Reflect.apply(response.end, response, given);
    const [chunk, encoding] = given;
    if (typeof chunk !== "function") keep(chunks, chunk, encoding);
    const headers = response.getHeaders();
    const status = response.statusCode;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    release();
    const done = given.find((one) => typeof one === "function");
    if (done) response.once("finish", () => Reflect.apply(done, response, []));
    send({ status, headers, content: Buffer.concat(chunks) });
    return response;
  };
}

function keep(chunks: Buffer[], chunk: unknown, encoding: unknown): void {
  if (typeof chunk === "string") {
    chunks.push(Buffer.from(chunk, isEncoding(encoding) ? encoding : "utf8"));
  } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
}

const isEncoding = (value: unknown): value is BufferEncoding =>
  typeof value === "string" && Buffer.isEncoding(value);

function callBack(rest: readonly unknown[]): void {
  const done = rest.find((one) => typeof one === "function");
  if (done) process.nextTick(() => Reflect.apply(done, undefined, []));
}

/** As `writeHead` takes them: an object, or names and values in turn. */
function setHeaders(response: ServerResponse, headers: unknown): void {
  if (Array.isArray(headers)) {
    const flat = headers.flat().map(String);
    for (let index = 0; index < flat.length; index += 2) {
      response.appendHeader(flat[index] ?? "", flat[index + 1] ?? "");
    }
  } else if (typeof headers === "object" && headers !== null) {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
  }
}
