import { parentPort, workerData } from "node:worker_threads";
import { createFileCompiler, type FileToCompile } from "@/lib/ingest/compile-files";

/** A thread of compile-thread.ts: files in, what became of them out. */

if (!parentPort) throw new Error("compile-worker.ts is started by compile-thread.ts alone");
const port = parentPort;
const compile = await createFileCompiler(workerData);

port.on("message", async (files: FileToCompile[]) => {
  port.postMessage(await compile(files));
});
