import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { renderDocumentTypes } from "@/lib/content/contentlayer";

/** Where `contentlayer/generated` resolves to (tsconfig.json). */
const folder = ".contentlayer/generated";

/**
 * Writes what the application imports from `contentlayer/generated`: the types of the documents, and the generation of
 * the store, whose change makes the development server render anew.
 * @param root absolute path of the project
 */
export async function writeGenerated(root: string, generation: string): Promise<void> {
  const target = path.join(root, folder);
  await mkdir(target, { recursive: true });
  await writeIfChanged(path.join(target, "types.d.ts"), await renderDocumentTypes());
  await writeIfChanged(
    path.join(target, "index.ts"),
    `export type * from "./types";\n\n/** Names the content that the store holds. */\nexport const generation = ${JSON.stringify(generation)};\n`,
  );
}

/** A file that stays the same must not wake those who watch it. */
async function writeIfChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (before === text) return;
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, file);
}
