import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { stampPeerAddress } from "@/lib/comments/http/stamp-peer-address";
import { log, messageOf } from "@/lib/log";
import { countRequest, type RequestKind } from "@/lib/metrics/counters";
import { answersUnderWay } from "@/lib/regeneration/answers-under-way";
import type { AccentAnswers } from "@/lib/server/accent-answers";
import { addressOf, type CachedPages, pathOf } from "@/lib/server/cached-pages";
import { checkRequest, refuseOddMethods } from "@/lib/server/check-request";
import { buildFailurePage } from "@/lib/server/failure-page";
import type { GracefulEnd } from "@/lib/server/graceful-end";
import type { NextAnswers } from "@/lib/server/next-answers";
import type { RenderQueue } from "@/lib/server/render-queue";
import type { SiteHeaders } from "@/lib/server/site-headers";
import type { StaticFiles } from "@/lib/server/static-files";
import { mendAddress } from "@/lib/serving/mend-addresses";
import type { RequestLog } from "@/lib/serving/request-log";
import { roots } from "@/lib/urls";

interface Parts {
  accent: AccentAnswers;
  pages: CachedPages;
  files: StaticFiles;
  next: NextAnswers;
  headers: SiteHeaders;
  renders: RenderQueue;
  requests: RequestLog;
  /** Whether all requests are logged, those too that cost nothing. */
  logsAll: boolean;
  /** Prepares for the end of a server. */
  ending: (server: Server) => GracefulEnd;
}

type Whole = Omit<Parts, "ending"> & {
  end: GracefulEnd;
  isFile: (address: string) => boolean;
};

/**
 * How long a connection may be silent, in milliseconds: longer than a proxy keeps it, which would otherwise send a request
 * into one that is being closed.
 */
const keepAlive = 65_000;

/**
 * A server of one's own: what is at hand it answers by itself, pages that are kept first; the rest it asks of Next.js.
 */
export function createSiteServer({ ending, ...parts }: Parts): Server {
  const server = createServer((request, response) => {
    // What is at hand is answered in this turn, and promises nothing.
    answer(whole, request, response)?.catch((thrown: unknown) => fail(thrown, request, response));
  });
  const isFile = (address: string) => parts.files.find(address) !== undefined;
  const whole = { ...parts, isFile, end: ending(server) };
  refuseOddMethods(server);
  server.keepAliveTimeout = keepAlive;
  server.headersTimeout = keepAlive + 1000;
  return server;
}

function answer(
  parts: Whole,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | undefined {
  const refusal = checkRequest(request);
  if (refusal) {
    const allow = refusal.allow === undefined ? [] : ["Allow", refusal.allow];
    // A body that nobody reads would be taken for the next request.
    response.shouldKeepAlive = false;
    const headers = [...parts.headers.common(), ...allow, ...["Content-Length", "0"]];
    response.writeHead(refusal.status, headers).end();
    countRequest("refused", refusal.status);
    return undefined;
  }
  if (parts.logsAll) parts.requests.watch(request, response);
  mendAddress(request);
  const address = addressOf(request);
  if (address === undefined) return answerOthers(parts, request, response, undefined);
  const answered = parts.pages.answer(address, request, response, parts.isFile);
  if (answered === true) return undefined;
  if (answered === false) return answerOthers(parts, request, response, address);
  return answered.then((done) =>
    done ? undefined : answerOthers(parts, request, response, address),
  );
}

/** What isn't among the pages that are kept: a file, or something to be made. */
function answerOthers(
  parts: Whole,
  request: IncomingMessage,
  response: ServerResponse,
  address: string | undefined,
): Promise<void> | undefined {
  const path = pathOf(request);
  const file = parts.files.find(path);
  if (file === "no file") return refuseFile(parts, response);
  if (file) {
    countWhenSent("file", response);
    return parts.files.answer(file, request, response);
  }
  if (address?.startsWith(accentPath)) {
    return answerAccent(parts, request, response, address);
  }
  return askNext(parts, request, response, address);
}

/** Next.js would open it, and wait. */
function refuseFile({ headers }: Whole, response: ServerResponse): undefined {
  response.writeHead(404, [...headers.common(), "Content-Length", "0"]).end();
  countRequest("file", 404);
}

const accentPath = `${roots.accent}/`;

async function answerAccent(
  parts: Whole,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<void> {
  const name = address.slice(accentPath.length);
  if (await parts.accent.answer(name, request, response)) {
    countRequest("file", response.statusCode);
    return;
  }
  await askNext(parts, request, response, address);
}

async function askNext(
  { next, pages, headers, renders, requests, logsAll, end }: Whole,
  request: IncomingMessage,
  response: ServerResponse,
  address: string | undefined,
): Promise<void> {
  countWhenSent(kindOf(request.url), response);
  end.watch(response);
  if (!logsAll) requests.watch(request, response);
  stampPeerAddress(request);
  const ask = () => {
    // What begins now is made of what is known now.
    answersUnderWay.value?.watch(request, response);
    return next.answer(request, response, address);
  };
  if (address === undefined) return ask();
  if (renders.isFull) return refuseBusy(headers, response);
  await renders.run(async () => {
    // Meanwhile the reader may have left, or somebody before him may have asked for the same page.
    if (response.destroyed || pages.answerRendered(address, request, response)) return;
    await ask();
  });
}

/** Asked for faster than pages can be made; in some seconds there is room again. */
function refuseBusy(headers: SiteHeaders, response: ServerResponse): void {
  const page = Buffer.from(buildFailurePage(""));
  const about = ["Content-Type", "text/html; charset=utf-8", "Retry-After", "5"];
  const size = ["Content-Length", String(page.byteLength), "Cache-Control", "no-store"];
  response.writeHead(503, [...headers.common(), ...about, ...size]).end(page);
}

function countWhenSent(kind: RequestKind, response: ServerResponse): void {
  response.once("finish", () => countRequest(kind, response.statusCode));
}

function kindOf(url = ""): RequestKind {
  if (url.startsWith(`${roots.desk}/`)) return "desk";
  return url.startsWith(`${roots.machines}/`) || url.startsWith(roots.metrics)
    ? "machines"
    : "page";
}

function fail(thrown: unknown, request: IncomingMessage, response: ServerResponse): void {
  log("error", "a request failed", { url: request.url, message: messageOf(thrown) });
  if (response.headersSent) response.destroy();
  else response.writeHead(500, ["Cache-Control", "no-store"]).end();
}
