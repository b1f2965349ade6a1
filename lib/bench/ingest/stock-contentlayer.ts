import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import { describeRun } from "@/lib/bench/describe-run";
import { sizeOfFolder } from "@/lib/bench/folder-size";
import { type Measured, runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** The same document type as ours, as Contentlayer's own documentation would declare it. */
const config = `import { defineDocumentType, makeSource } from "contentlayer/source-files";

const names = { type: "list", of: { type: "string" } };

export const Post = defineDocumentType(() => ({
  name: "Post",
  filePathPattern: "**/*.md",
  contentType: "markdown",
  fields: {
    layout: { type: "string" },
    title: { type: "string", required: true },
    date: { type: "date", required: true },
    author: { type: "string" },
    from: { type: "string" },
    tags: names,
    categories: names,
    comments: { type: "boolean" },
    permalink: { type: "string" },
  },
}));

export default makeSource({ contentDirPath: "content", documentTypes: [Post] });
`;

/**
 * Contentlayer as it is installed, in a project of its own, over the same posts. It is spared the names with a
 * backslash, one of which ends its whole run.
 */
export async function measureStockContentlayer(plan: ArchivePlan, session: Session): Promise<Row> {
  const { root, resources } = session;
  const archive = await findArchive(plan, session);
  const content = await createWorkingCopy(archive, session, (file) => !file.includes("\\"));
  const project = path.dirname(content);
  symlinkSync(path.join(root, "node_modules"), path.join(project, "node_modules"));
  writeFileSync(path.join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(path.join(project, "contentlayer.config.js"), config);

  const build = () =>
    runMeasured(
      {
        command: process.execPath,
        args: ["node_modules/contentlayer/bin/cli.cjs", "build"],
        cwd: project,
      },
      resources,
    );
  const first = await build();
  const survived = isComplete(first);
  const again = survived ? await build() : undefined;
  const archiveMb = sizeOfFolder(content) / 1e6;
  resources.removeFolder(project);
  return {
    subject: "Contentlayer, stock",
    kind: plan.kind,
    posts: plan.posts,
    archiveMb,
    ...describeRun(first, survived, session),
    unchangedS: again && isComplete(again) ? again.ms / 1000 : undefined,
  };
}

/** It prints its errors and then exits with 0. */
const isComplete = ({ status, output }: Measured): boolean =>
  status === 0 && output.some(({ text }) => /^Generated \d+ documents/.test(text));
