import { expect, it } from "vitest";
import { type RenderedBody, renderBody } from "@/lib/html/render-body";
import { createFileCompiler } from "@/lib/ingest/compile-files";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";

type Render = (...given: Parameters<typeof renderBody>) => RenderedBody;

async function compile(titles: readonly string[], render: Render, longest = 60_000) {
  const { folder, publicFolder, settings, write } = await createTemporaryArchive();
  for (const title of titles) write(`${title}.md`, postFile(title));
  const context = { contentDirectory: folder, publicDirectory: publicFolder, settings };
  const compiler = await createFileCompiler(context, { render, longest });
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

it("gives up a document that takes too long, wherever it stands, and goes on with the others", async () => {
  const titles = ["one", "slow", "two", "slower", "three"];
  const tries: string[] = [];
  const compiled = await compile(
    titles,
    (body, context) => {
      tries.push(context.title);
      if (context.title.startsWith("slow")) for (;;);
      return renderBody(body, context);
    },
    300,
  );
  expect(compiled.map(({ path }) => path)).toEqual(titles.map((title) => `${title}.md`));
  expect(compiled.map(({ document }) => document?.type)).toEqual([
    "Post",
    undefined,
    "Post",
    undefined,
    "Post",
  ]);
  const messages = compiled.map(({ findings }) => findings.map(({ message }) => message));
  const tooLong = ["the text takes longer than 0.3 s to render"];
  expect(messages).toEqual([[], tooLong, [], tooLong, []]);
  // Once among the others, once alone.
  expect(tries.filter((title) => title === "slow")).toHaveLength(2);
  // It is the file as it is now: the next run leaves it alone until it changes.
  for (const { hash } of compiled) expect(hash).toMatch(/^[0-9a-f]{32}$/);
});

it("doesn't say of files that need long together that one does", async () => {
  const compiled = await compile(
    ["a", "b", "c", "d", "e"],
    (body, context) => {
      for (const end = performance.now() + 150; performance.now() < end; );
      return renderBody(body, context);
    },
    400,
  );
  expect(compiled.flatMap(({ findings }) => findings)).toEqual([]);
});
