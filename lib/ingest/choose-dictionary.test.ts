import { expect, it } from "vitest";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { findPostBySlug } from "@/lib/store/read-posts";

const sentence = "渔民说，这里的船队会在傍晚回来，港口在夜里重新开放。";

it("packs the posts of a large archive with what they have in common", async () => {
  const archive = await createTemporaryArchive();
  for (let index = 0; index < 1000; index += 1) {
    archive.write(`post-${index}.md`, postFile(`Post ${index}`, { body: `${sentence} ${index}` }));
  }
  await archive.ingest();
  const packed = await bodySizes(archive);
  expect(packed).toHaveLength(1000);
  expect(Math.max(...packed)).toBeLessThan(Buffer.byteLength(sentence) / 2);
  expect((await findPostBySlug(archive.client, "post-7"))?.html).toBe(`<p>${sentence} 7</p>`);
  // One of those that the dictionary was made from.
  expect((await findPostBySlug(archive.client, "post-0"))?.html).toBe(`<p>${sentence} 0</p>`);

  // A later run goes on with the same one.
  archive.write("post-7.md", postFile("Post 7", { body: `${sentence} changed` }));
  await archive.ingest();
  expect((await findPostBySlug(archive.client, "post-7"))?.html).toBe(`<p>${sentence} changed</p>`);
  expect((await archive.client.execute("SELECT key FROM dictionaries")).rows).toHaveLength(1);
  expect(Math.max(...(await bodySizes(archive)))).toBeLessThan(Buffer.byteLength(sentence) / 2);
}, 60_000);

it("leaves small archives without one", async () => {
  const archive = await createTemporaryArchive();
  archive.write("one.md", postFile("One", { body: sentence }));
  await archive.ingest();
  expect((await archive.client.execute("SELECT key FROM dictionaries")).rows).toEqual([]);
  expect((await findPostBySlug(archive.client, "one"))?.html).toBe(`<p>${sentence}</p>`);
});

async function bodySizes({ client }: Awaited<ReturnType<typeof createTemporaryArchive>>) {
  const { rows } = await client.execute("SELECT length(html) AS size FROM bodies");
  return rows.map(({ size }) => Number(size));
}
