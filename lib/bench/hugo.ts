import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import { describeRun } from "@/lib/bench/describe-run";
import { sizeOfFolder } from "@/lib/bench/folder-size";
import { type Measured, runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** Raw HTML passes, as the posts need it; nothing is left to the network. */
const config = `baseURL = "https://example.com/"
title = "Archive"
disableKinds = ["RSS", "sitemap"]
ignoreErrors = ["error-disable-taxonomy"]
[markup.goldmark.renderer]
unsafe = true
[pagination]
pagerSize = 12
`;

/** The least that still is a site: pages of posts and listings of terms, twelve to a page. */
const layouts = {
  "single.html": "<h1>{{ .Title }}</h1>{{ .Content }}",
  "list.html":
    "<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ .Summary }}{{ end }}",
};

/** The version of Hugo, where it is installed. */
export function findHugo(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? /v([\d.]+)/.exec(stdout)?.[1] : undefined;
}

/** What Hugo has made of an archive. Whoever asks for it removes the project's folder. */
interface HugoRun {
  /** Absolute path of the project; the pages are in its `public`. */
  project: string;
  archiveMb: number;
  run: Measured;
}

/**
 * Hugo over the same posts, which renders every page of the site at once. It is spared the files without front matter:
 * one that starts with a comment ends its whole run.
 */
export async function runHugo(plan: ArchivePlan, session: Session): Promise<HugoRun> {
  const archive = await findArchive(plan, session);
  const content = await createWorkingCopy(archive, session, (file) =>
    readFileSync(path.join(archive, file), "utf8").startsWith("---\n"),
  );
  const project = path.dirname(content);
  const folder = path.join(project, "layouts/_default");
  mkdirSync(folder, { recursive: true });
  for (const [name, layout] of Object.entries(layouts)) {
    writeFileSync(path.join(folder, name), layout);
  }
  writeFileSync(path.join(project, "config.toml"), config);
  const run = await runMeasured({ command: "hugo", args: [], cwd: project }, session.resources);
  return { project, archiveMb: sizeOfFolder(content) / 1e6, run };
}

/** Time and memory of such a run. */
export async function measureHugo(
  version: string,
  plan: ArchivePlan,
  session: Session,
): Promise<Row> {
  const { project, archiveMb, run } = await runHugo(plan, session);
  session.resources.removeFolder(project);
  return {
    subject: `Hugo ${version}`,
    kind: plan.kind,
    posts: plan.posts,
    archiveMb,
    ...describeRun(run, run.status === 0, session),
  };
}
