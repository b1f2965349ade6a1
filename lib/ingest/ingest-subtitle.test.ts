import { expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { findChangesSince, findContentState } from "@/lib/store/change-log";
import { findPostBySlug, readPosts } from "@/lib/store/read-posts";
import { readPostsByTerm } from "@/lib/store/read-terms";

const everything = { offset: 0, limit: 100 };

const alpha = (frontMatter: string) =>
  postFile("Alpha", { date: "2023-01-05", frontMatter: `tags: [甲]\n${frontMatter}` });

async function createArchive(frontMatter: string): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  archive.write("a.md", alpha(frontMatter));
  archive.write("b.md", postFile("Beta", { date: "2023-02-05" }));
  expect((await archive.ingest()).problems).toEqual([]);
  return archive;
}

/** The subtitle of the first post wherever it is listed, and on its page. */
async function readSubtitles({ client }: TemporaryArchive) {
  const [latest, ofMonth, ofTerm] = await Promise.all([
    readPosts(client, everything),
    readPosts(client, everything, { first: 202301, last: 202301 }),
    readPostsByTerm(client, { taxonomy: "tag", slug: "jia", count: 1 }, everything),
  ]);
  const posts = [latest, ofMonth, ofTerm].map((listing) =>
    listing.find(({ title }) => title === "Alpha"),
  );
  const page = await findPostBySlug(client, "alpha");
  return [...posts, page].map((post) => (post ? post.subtitle : "not listed"));
}

it("a subtitle comes from the front matter to every listing and to the post's page, as the text that it is", async () => {
  const archive = await createArchive(`subtitle: "  <b>One</b> & 二 \\t three  "`);
  const subtitle = "<b>One</b> & 二   three";
  expect(await readSubtitles(archive)).toEqual([subtitle, subtitle, subtitle, subtitle]);
});

it.each(["", "subtitle:", 'subtitle: "  "'])(
  "a post without one (`%s`) has no such field",
  async (line) => {
    const archive = await createArchive(line);
    expect(await findPostBySlug(archive.client, "alpha")).not.toHaveProperty("subtitle");
    expect(await readSubtitles(archive)).toEqual(Array(4).fill(undefined));
  },
);

it("a subtitle that is edited, and one that is taken out, makes what shows it stale and nothing else", async () => {
  const archive = await createArchive("subtitle: One");
  const touchedBy = async (frontMatter: string) => {
    const since = await findContentState(archive.client);
    archive.write("a.md", alpha(frontMatter));
    await archive.ingest();
    const found = await findChangesSince(archive.client, since);
    return Array.isArray(found?.touched) ? found.touched.map(({ tag }) => tag).sort() : found;
  };
  const shows = ["latest", "month:2023-1", "post:alpha", "term:tag:jia", "year:2023"];
  expect(await touchedBy("subtitle: Two")).toEqual(shows);
  expect(await readSubtitles(archive)).toEqual(Array(4).fill("Two"));
  expect(await touchedBy("")).toEqual(shows);
  expect(await readSubtitles(archive)).toEqual(Array(4).fill(undefined));
});

it.each([
  ["a list", "subtitle: [ one, two ]", "where one text is expected"],
  ["longer than a line", `subtitle: ${"长".repeat(1001)}`, "more than 1000"],
])("a subtitle that is %s is said with its place", async (_what, line, message) => {
  const archive = await createTemporaryArchive();
  archive.write("a.md", alpha(line));
  expect((await archive.ingest()).problems).toMatchObject([
    { path: "a.md", line: 5, column: 11, message: expect.stringContaining(message) },
  ]);
});
