import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { archiveDirectory } from "./archive.ts";
import { bodyOf, listAttackPages } from "./attack-pages.ts";
import { listFrontMatterPages } from "./front-matter-pages.ts";

/** Writes every attack as a post file. */

rmSync(archiveDirectory, { recursive: true, force: true });
mkdirSync(archiveDirectory, { recursive: true });

for (const page of listAttackPages()) {
  write(page.slug, `slug: ${page.slug}\ntitle: ${page.slug}\ndate: 2024-01-01\n`, bodyOf(page));
}
for (const { slug, frontMatter } of listFrontMatterPages()) write(slug, frontMatter, "正文。\n");

// The newest, so that the build makes its page.
write("plain", "slug: plain\ntitle: plain\ndate: 2024-01-03\n", "正文。\n");
// As long as the longest of real archives, whose data takes the most scripts. 700 KB.
write("long", "slug: long\ntitle: long\ndate: 2023-01-01\n", "<p>长文</p>\n".repeat(50_000));

function write(slug: string, frontMatter: string, body: string): void {
  const file = path.join(archiveDirectory, `${slug}.md`);
  writeFileSync(file, `---\n${frontMatter}---\n\n${body}`);
}
