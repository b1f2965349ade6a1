import { expect, it } from "vitest";
import { type RenderedBody, renderBody } from "@/lib/html/render-body";
import { createFileCompiler } from "@/lib/ingest/compile-files";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";

type Render = (...given: Parameters<typeof renderBody>) => RenderedBody;

async function compile(titles: readonly string[], render: Render) {
  const { folder, publicFolder, settings, write } = await createTemporaryArchive();
  for (const title of titles) write(`${title}.md`, postFile(title));
  const context = { contentDirectory: folder, publicDirectory: publicFolder, settings };
  const compiler = await createFileCompiler(context, { render });
  return compiler(titles.map((title) => ({ path: `${title}.md` })));
}

it("renders each body once", async () => {
  const rendered: string[] = [];
  const compiled = await compile(["a", "b", "c"], (body, context) => {
    rendered.push(context.title);
    return renderBody(body, context);
  });
  expect(rendered).toEqual(["a", "b", "c"]);
  expect(compiled.map(({ findings }) => findings)).toEqual([[], [], []]);
});

it("loses only the document whose body can't be rendered, and says why", async () => {
  const compiled = await compile(["one", "two", "three"], (body, context) => {
    if (context.title === "two") throw new Error("no such picture");
    return renderBody(body, context);
  });
  expect(compiled.map(({ document }) => document?.type)).toEqual(["Post", undefined, "Post"]);
  expect(compiled.map(({ findings }) => findings.map(({ message }) => message))).toEqual([
    [],
    ["the document can't be compiled: no such picture"],
    [],
  ]);
});
