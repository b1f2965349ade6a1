import { existsSync } from "node:fs";
import path from "node:path";
import { writeArchive } from "@/lib/bench/archive/write-archive";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { planOptions, readKind, readSeed } from "@/lib/bench/plan-options";

/** `npm run bench -- archive --posts 35000 --out DIR`: an archive to try things on. */
export const archiveBenchmark: Benchmark = {
  about: "writes a generated archive to try things on",
  options: {
    posts: { type: "string", value: "N", about: "how many; 1,000 if nothing is said" },
    out: { type: "string", value: "DIR", about: "a new folder; has to be named" },
    kind: planOptions.kind,
    seed: planOptions.seed,
  },
  columns: [],
  isPartOfAll: false,
  run: async (session) => {
    const { options, resources } = session;
    const out = options.text("out");
    if (!out) throw new BenchmarkError("name the folder to write: --out DIR");
    const folder = path.resolve(out);
    if (existsSync(folder))
      throw new BenchmarkError(`${folder} is there already; name a new folder`);
    const plan = {
      kind: readKind(options) ?? "mixed",
      posts: options.count("posts", 1_000),
      seed: readSeed(options),
    };
    const { files, bytes } = await writeArchive(folder, plan, {
      signal: resources.signal,
      onProgress: (done, total) => {
        if (done % 5_000 === 0) session.say(`${done} of ${total} files`);
      },
    });
    session.say(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${folder}`);
  },
};
