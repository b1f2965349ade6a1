import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder of post files that a story makes and changes. */
export class ArchiveFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), "masthead-e2e-"));

  async write(file: string, content: string | Uint8Array): Promise<void> {
    const target = path.join(this.path, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }

  async post(file: string, { title, date, tags = [], body = "正文。" }: Sample): Promise<void> {
    await this.write(
      file,
      `---\nlayout: post\ntitle: "${title}"\ndate: ${date}\nauthor: 林海\ntags: [ ${tags.join(", ")} ]\ncategories: [ 要闻 ]\n---\n\n${body}\n`,
    );
  }

  rename(from: string, to: string): Promise<void> {
    return rename(path.join(this.path, from), path.join(this.path, to));
  }

  delete(file: string): Promise<void> {
    return rm(path.join(this.path, file), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

interface Sample {
  title: string;
  date: string;
  tags?: string[];
  body?: string;
}
