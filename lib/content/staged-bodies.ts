import type { Plugin } from "unified";

/**
 * Bodies don't travel through Contentlayer, whose cost for a document grows with the length of its strings: they wait
 * here under the name of their staged file, and are rendered when Contentlayer asks for the Markdown of that file.
 */
class StagedBodies {
  #renderers = new Map<string, () => string>();

  /** Staged names are the same in every batch, so one batch must be done before the next begins. */
  begin(): void {
    if (this.#renderers.size > 0) throw new Error("a batch of bodies is still being compiled");
  }

  /** `render` is called once, while the file of that name is compiled. */
  set(stagedName: string, render: () => string): void {
    this.#renderers.set(stagedName, render);
  }

  clear(): void {
    this.#renderers.clear();
  }

  /** Parser and compiler for Contentlayer's Markdown processor; a file that wasn't staged here keeps its text. */
  renderer: Plugin = function () {
    this.parser = () => ({ type: "root", children: [] });
    this.compiler = (_tree, file) => {
      const { sourceFilePath } = file.data.rawDocumentData as { sourceFilePath: string };
      return stagedBodies.#renderers.get(sourceFilePath)?.() ?? String(file);
    };
  };
}

export const stagedBodies = new StagedBodies();
