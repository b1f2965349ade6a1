import { comments } from "./comments.mjs";
import { check, content, newPost, publish } from "./content.mjs";
import { layers, test, verifyVercel } from "./project.mjs";
import { build, dev, serve, start } from "./site.mjs";

/**
 * Every command of package.json that is ours, by the name of its file. That of benchmarks is made from the benchmarks
 * themselves (bench.ts).
 *
 * @type {Readonly<Record<string, import("../arguments/command").CommandDeclaration | import("../arguments/command").CommandGroup>>}
 */
export const declarations = {
  start,
  "start-site": serve,
  test,
  dev,
  build,
  content,
  check,
  comments,
  new: newPost,
  publish,
  layers,
  "verify-vercel": verifyVercel,
};
