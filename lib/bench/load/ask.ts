import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was sent: not unpacked. */
  body: Buffer[];
  /** From the request to the last byte of the answer. */
  ms: number;
}

/**
 * Asks for one page, and reads the answer to its end. A server may close a connection that was idle in the moment in which it
 * is used again: then, as browsers do, on another one.
 */
export const ask = (
  agent: Agent,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(url, { agent, headers: { accept: "text/html", ...headers } })
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
      .on("error", (error) => {
        const wasClosed = sent.reusedSocket && "code" in error && error.code === "ECONNRESET";
        if (wasClosed) resolve(ask(agent, url, headers));
        else reject(error);
      })
      .end();
  });
