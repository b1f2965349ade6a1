import { parentPort, workerData } from "node:worker_threads";
import { type LookingContext, lookAtFile } from "@/lib/ingest/look-at-file";
import { sourceAccess } from "@/lib/ingest/source-file";

/** A thread of check-thread.ts: paths in, what stands there out. */

if (!parentPort) throw new Error("check-worker.ts is started by check-thread.ts alone");
const port = parentPort;
const context: LookingContext = workerData;

port.on("message", (paths: string[]) => {
  port.postMessage(paths.map((path) => lookAtFile(path, context, sourceAccess)));
});
