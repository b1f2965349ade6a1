import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was sent: not unpacked. */
  body: Buffer[];
  /** From the request to the last byte of the answer. */
  ms: number;
}

/** Asks for one page, and reads the answer to its end. */
export const ask = (
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    request(url, { agent, headers: { accept: "text/html", ...headers } })
      .on("response", (response) => {
        const body: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => body.push(chunk))
          .on("error", reject)
          .on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body,
              ms: performance.now() - started,
            }),
          );
      })
      .on("error", reject)
      .end();
  });
