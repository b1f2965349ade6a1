import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

/** `node serve-vercel-function.mjs FOLDER HANDLER`: serves an unpacked function on a free port, which it prints. */

const [folder = "", handler = ""] = process.argv.slice(2);
const require = createRequire(path.join(folder, "index.js"));
const serve = require(path.join(folder, handler));

const server = createServer((request, response) => {
  Promise.resolve(serve(request, response)).catch((/** @type {unknown} */ error) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === "object" ? address?.port : undefined }));
});
