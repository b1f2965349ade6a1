import { Crowd } from "@/lib/bench/comments/crowd";
import type { BenchPost } from "@/lib/bench/comments/write-posts";
import { TimedClient } from "@/lib/bench/load/timed-client";
import type { Row } from "@/lib/bench/table";
import { commentsUrl, postUrl } from "@/lib/urls";

/** Compressed, as a browser gets it: the post's own page, and all pages of its thread together. */
export async function measurePage(origin: string, { id, slug }: BenchPost): Promise<Row> {
  await new Crowd({ writers: 10, comments: 1_000, posts: [id], label: "page" }).write(origin);
  const client = new TimedClient(origin);
  const first = await client.get(postUrl(slug));
  let all = first.bytes;
  for (let page = 2; ; page += 1) {
    const { status, bytes } = await client.get(commentsUrl(slug, page));
    if (status !== 200) break;
    all += bytes;
  }
  client.close();
  return { pageKb: first.bytes / 1000, allPagesKb: all / 1000 };
}
