import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { readArguments } from "@/lib/commands/arguments/read-arguments.mjs";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import { contentDirectory, root } from "@/lib/commands/content/bring-up-to-date";
import { newPost } from "@/lib/commands/declarations/content.mjs";
import { readSiteFile } from "@/lib/ingest/read-site-file";
import { printable } from "@/lib/printable.mjs";
import { completeSettings } from "@/lib/settings";
import { shortHash } from "@/lib/site/short-hash";
import { slugify } from "@/lib/text/slug";

/** `npm run new -- "Title"`: a new post file with its front matter. It has an id, so that it can be moved and renamed. */

const title = readArguments(newPost, process.argv.slice(2)).operands.join(" ").trim();
if (title === "") throw new UsageError("the title is empty", newPost);

const { read } = readSiteFile(contentDirectory);
const settings = completeSettings(read.outcome === "read" ? read.settings : {});
const now = Temporal.Now.zonedDateTimeISO(settings.timeZone).round("second");
const id = shortHash(randomBytes(16).toString("hex"), 12);
const day = now.toPlainDate().toString();
const file = path.join(
  contentDirectory,
  "posts",
  String(now.year),
  `${day}-${slugify(title).slug || id}.md`,
);
const frontMatter = stringify(
  {
    layout: "post",
    id,
    title,
    date: `${day} ${now.toPlainTime().toString()} ${now.offset}`,
    author: "",
    tags: [],
    categories: [],
    comments: settings.commentsByDefault,
    draft: true,
  },
  { lineWidth: 0 },
);

mkdirSync(path.dirname(file), { recursive: true });
try {
  writeFileSync(file, `---\n${frontMatter}---\n\n`, { flag: "wx" });
  console.log(printable(path.relative(root, file)));
} catch (thrown) {
  if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
  console.error(`masthead: ${printable(path.relative(root, file))} is there already`);
  process.exitCode = 1;
}
