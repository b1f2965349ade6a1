import { describe, expect, it } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";

const checkArchive = ({ folder, publicFolder }: TemporaryArchive) =>
  checkFolder({
    contentDirectory: folder,
    publicDirectory: publicFolder,
    now: Date.parse("2024-01-01T00:00:00Z"),
  });

const withField = (title: string, frontMatter: string) => postFile(title, { frontMatter });

const conflicts: [string, Record<string, string>][] = [
  ["id", { "a.md": withField("A", "id: x"), "b.md": withField("B", "id: x") }],
  ["slug", { "a.md": withField("A", "slug: x"), "b.md": withField("B", "slug: x") }],
  [
    "slug, spelt in two ways",
    { "a.md": withField("A", "slug: Foo Bar"), "b.md": withField("B", "slug: foo-bar") },
  ],
  [
    "address of a page",
    { "pages/a.md": "---\ntitle: A\nslug: x\n---\n", "pages/x.md": "---\ntitle: X\n---\n" },
  ],
  [
    "name of an author",
    { "authors/a.md": "---\nname: 张三\n---\n", "authors/b.md": "---\nname: 张三\n---\n" },
  ],
];

describe("checking a folder", () => {
  it("finds every problem of every file, by path, and nothing else", async () => {
    const archive = await createTemporaryArchive();
    archive.write("good.md", postFile("Good"));
    archive.write("README.md", "# Notes\n");
    archive.write("c.md", "---\ntitle: T\ndate: soon\ntags: {a: b}\n---\n");
    archive.write("b.md", withField("B", "from: example.com"));
    const { files, problems } = await checkArchive(archive);
    expect(files).toHaveLength(4);
    expect(
      problems.map(({ path, line, column, severity }) => [path, line, column, severity]),
    ).toEqual([
      ["b.md", 4, 7, "warning"],
      ["c.md", 3, 7, "error"],
      ["c.md", 4, 7, "error"],
    ]);
  });

  it("says what bringing the content in would say", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", "---\ntitle: [\n---\n");
    archive.write("b.md", "");
    archive.write("c.md", withField("C", "lang: fr\ncomments: maybe"));
    const { problems } = await checkArchive(archive);
    const sort = (some: typeof problems) => some.map((problem) => JSON.stringify(problem)).sort();
    expect(sort(problems)).toEqual(sort((await archive.ingest()).problems));
  });

  it.each(conflicts)(
    "finds two files with one %s, as bringing them in does",
    async (_what, files) => {
      const archive = await createTemporaryArchive();
      for (const [file, text] of Object.entries(files)) archive.write(file, text);
      const { problems: ingested } = await archive.ingest();
      const { problems: checked } = await checkArchive(archive);
      expect(ingested).toHaveLength(1);
      expect(checked.map(({ path }) => path)).toEqual(ingested.map(({ path }) => path));
    },
  );

  it.each(conflicts.slice(0, 2))("names the line of the %s that is taken", async (_what, files) => {
    const archive = await createTemporaryArchive();
    for (const [file, text] of Object.entries(files)) archive.write(file, text);
    const { problems } = await checkArchive(archive);
    expect(problems).toMatchObject([{ path: "b.md", line: 4 }]);
  });
});

it("checks what the publication says of itself, beside what its pages and files tell", async () => {
  const archive = await createTemporaryArchive();
  archive.write("pages/about.md", "---\ntitle: About\n---\nUs.\n");
  archive.write(
    "site.yaml",
    `icon: /pictures/none.png
navigation:
  - { label: About, href: /about }
  - { label: Lost, href: /abuot }
  - { label: Elsewhere, href: "https://example.com/" }
  - { label: Archive, href: "/archive#2024" }
`,
  );
  const { files, problems } = await checkArchive(archive);
  expect(files).toContain("site.yaml");
  expect(problems).toMatchObject([
    { path: "site.yaml", line: 1, column: 7, severity: "warning" },
    { path: "site.yaml", line: 4, column: 26, message: "there is no page at `/abuot`" },
  ]);
  archive.write("site.yaml", "pageSize: many\n");
  expect((await checkArchive(archive)).problems).toMatchObject([
    { path: "site.yaml", line: 1, column: 11, severity: "error" },
  ]);
});
