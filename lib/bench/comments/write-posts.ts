import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface BenchPost {
  id: string;
  slug: string;
}

/** Posts that are open to comments, each with an id of its own. */
export function writePosts(folder: string, count: number): BenchPost[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const id = `bench-${index}`;
    const day = `2024-01-${String((index % 28) + 1).padStart(2, "0")}`;
    const front = `layout: post\nid: ${id}\nslug: ${id}\ntitle: "讨论 ${index}"\ndate: ${day}\ncomments: true`;
    writeFileSync(
      path.join(folder, `${id}.md`),
      `---\n${front}\n---\n\n${"港口的灯先亮了。".repeat(40)}\n`,
    );
    return { id, slug: id };
  });
}
