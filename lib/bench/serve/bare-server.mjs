import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * The least that Node can be: one answer to every request, from memory. Started as a process of its own:
 * `node bare-server.mjs PORT FILE`, the file being a captured answer as JSON, its body in base64.
 */

const [port, file = ""] = process.argv.slice(2);
/** @type {{ status: number, headers: string[], body: string }} */
const answer = JSON.parse(readFileSync(file, "utf8"));
const body = Buffer.from(answer.body, "base64");

createServer((_, response) => response.writeHead(answer.status, answer.headers).end(body)).listen(
  Number(port),
  "127.0.0.1",
);
