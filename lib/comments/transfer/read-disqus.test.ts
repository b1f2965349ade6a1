import { expect, it } from "vitest";
import { ArchiveError } from "@/lib/comments/transfer/comment-archive";
import { readDisqus } from "@/lib/comments/transfer/read-disqus";

async function* inPieces(text: string, size = 7): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

const wrap = (inner: string) => `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><forum>f</forum><title>General</title></category>
${inner}
</disqus>`;

const thread = `<thread dsq:id="10"><id>123 https://old.example.com/?p=123</id><forum>f</forum>
<category dsq:id="1"/><link>https://old.example.com/2015/海港/</link><title>海港 &amp; 灯</title>
<author><name>编辑</name></author><createdAt>2015-01-01T00:00:00Z</createdAt></thread>`;

const post = (id: string, inner: string) =>
  `<post dsq:id="${id}"><id/><createdAt>2015-01-02T03:04:05Z</createdAt><thread dsq:id="10"/>${inner}</post>`;

it("reads threads and what was said under them, however the file arrives", async () => {
  const xml = wrap(`${thread}
${post("1", "<message><![CDATA[<p>一 <b>二</b></p>]]></message><author><name>甲</name><email>a@example.com</email><username>jia</username></author><isDeleted>false</isDeleted><isSpam>false</isSpam>")}
${post("2", '<message>&lt;p&gt;答&lt;/p&gt;</message><author><name/><username>yi</username></author><isSpam>true</isSpam><parent dsq:id="1"/>')}
${post("3", "<message>gone</message><author><name>丙</name></author><isDeleted>true</isDeleted>")}`);
  for (const size of [1, 13, 100_000]) {
    const { comments, skipped } = await readDisqus(inPieces(xml, size), "export.xml");
    expect(skipped).toEqual([]);
    const common = {
      createdAt: Date.parse("2015-01-02T03:04:05Z"),
      thread: {
        key: "10",
        ids: ["123 https://old.example.com/?p=123", "123", "https://old.example.com/?p=123"],
        addresses: ["https://old.example.com/2015/海港/", "https://old.example.com/?p=123"],
        title: "海港 & 灯",
      },
    };
    expect(comments).toEqual([
      {
        ...common,
        key: "disqus:1",
        place: "export.xml:7: post 1",
        name: "甲",
        writer: "jia",
        email: "a@example.com",
        text: "一 **二**",
        status: "visible",
      },
      {
        ...common,
        key: "disqus:2",
        parentKey: "disqus:1",
        place: "export.xml:8: post 2",
        name: "yi",
        writer: "yi",
        text: "答",
        status: "spam",
      },
      {
        ...common,
        key: "disqus:3",
        place: "export.xml:9: post 3",
        name: "丙",
        writer: " 丙",
        text: "gone",
        status: "deleted",
      },
    ]);
  }
});

it("names what can't be read by its line", async () => {
  const { comments, skipped } = await readDisqus(
    inPieces(
      wrap(`${thread}
<post dsq:id="1"><createdAt>x</createdAt><thread dsq:id="10"/></post>
<post dsq:id="2"><createdAt>2015-01-02T03:04:05Z</createdAt><thread dsq:id="77"/></post>`),
    ),
    "export.xml",
  );
  expect(comments).toEqual([]);
  expect(skipped).toEqual([
    { place: "export.xml:7: post 1", reason: 'createdAt "x" is no date' },
    { place: "export.xml:8: post 2", reason: "its thread 77 is not in the file" },
  ]);
});

it.each([
  ["cut off", wrap(thread).slice(0, -20), /^export\.xml:\d+:\d+: error: no well-formed XML/],
  ["not Disqus's", "<rss><channel/></rss>", /^export\.xml:1:\d+: error: <rss> is not how/],
  [
    "with entities of its own",
    `<!DOCTYPE d [<!ENTITY a "aaaa">]>${wrap("<thread>&a;</thread>")}`,
    /error/,
  ],
  ["with a stray sign", wrap("<thread><title>a & b</title></thread>"), /^export\.xml:4:\d+: error/],
])("a file that is %s is refused as a whole", async (_, xml, message) => {
  const reading = readDisqus(inPieces(xml), "export.xml");
  await expect(reading).rejects.toThrow(ArchiveError);
  await expect(reading).rejects.toThrow(message);
});
