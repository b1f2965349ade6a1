import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { machineSchema } from "@/lib/bench/machine";

const recordSchema = z.object({
  benchmark: z.string(),
  /** When the run began, ISO 8601. */
  date: z.string(),
  /** Commit of the measured code, with `+` where files differ from it. */
  code: z.string(),
  machine: machineSchema,
  measurements: z.array(
    z.object({
      id: z.string(),
      row: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
    }),
  ),
});

/** Results of a benchmark, as they are kept in files. */
export type BenchRecord = z.infer<typeof recordSchema>;

/** @throws Error where the file isn't there or holds something else */
export const readRecord = (file: string): BenchRecord =>
  recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));

export function writeRecord(file: string, record: BenchRecord): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}
