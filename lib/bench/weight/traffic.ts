import type { CDPSession } from "playwright";

/** What figures are told by. */
export type Kind = "html" | "css" | "script" | "picture" | "other";

export interface TrafficSum {
  requests: number;
  /** On the wire: answers with their headers, as they came, compressed. */
  bytes: number;
  /** Of these, without headers. */
  bodyBytes: number;
  byKind: Record<Kind, number>;
}

/** Kinds of requests as Chromium names them. */
const kinds: Readonly<Record<string, Kind>> = {
  Document: "html",
  Stylesheet: "css",
  Script: "script",
  Image: "picture",
};

interface Request {
  kind: Kind;
  headerBytes: number;
  bytes: number;
}

/** Counts what a page of the browser receives, by what the browser itself says (`Network` of its DevTools protocol). */
export class Traffic {
  readonly #requests = new Map<string, Request>();

  /** Counts from now on. */
  static async watch(cdp: CDPSession): Promise<Traffic> {
    const traffic = new Traffic();
    const requests = traffic.#requests;
    cdp.on("Network.requestWillBeSent", ({ requestId, type, request, redirectResponse }) => {
      // They are part of the page that names them.
      if (request.url.startsWith("data:")) return;
      const bytes =
        (requests.get(requestId)?.bytes ?? 0) + (redirectResponse?.encodedDataLength ?? 0);
      requests.set(requestId, { kind: kinds[type ?? ""] ?? "other", headerBytes: bytes, bytes });
    });
    cdp.on("Network.responseReceived", ({ requestId, response }) => {
      const known = requests.get(requestId);
      if (known) known.headerBytes += response.encodedDataLength;
    });
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const known = requests.get(requestId);
      if (known) known.bytes += encodedDataLength;
    });
    await cdp.send("Network.enable");
    return traffic;
  }

  /** What has come since it was last taken; answers from the browser's own cache are none. */
  take(): TrafficSum {
    const received = [...this.#requests.values()].filter(({ bytes }) => bytes > 0);
    this.#requests.clear();
    const sum: TrafficSum = {
      requests: received.length,
      bytes: 0,
      bodyBytes: 0,
      byKind: { html: 0, css: 0, script: 0, picture: 0, other: 0 },
    };
    for (const { kind, bytes, headerBytes } of received) {
      sum.bytes += bytes;
      sum.bodyBytes += Math.max(0, bytes - headerBytes);
      sum.byKind[kind] += bytes;
    }
    return sum;
  }
}
