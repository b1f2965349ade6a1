import { request } from "node:http";

/** An answer as it came over the wire. */
export interface CapturedAnswer {
  status: number;
  /** Names and values in turn, as they were sent. */
  headers: string[];
  body: Buffer;
}

/** Headers of the connection and of the moment, which every server adds by itself. */
const added = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** Asks once, and keeps what comes. */
export const captureAnswer = (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<CapturedAnswer> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { accept: "text/html", ...headers } })
      .on("response", (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .on("error", reject)
          .on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: dropAdded(response.rawHeaders),
              body: Buffer.concat(chunks),
            }),
          );
      })
      .on("error", reject)
      .end();
  });

/** @param raw names and values in turn */
export const dropAdded = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => !added.has((raw[index - (index % 2)] ?? "").toLowerCase()));
