import { Crowd } from "@/lib/bench/comments/crowd";
import type { BenchPost } from "@/lib/bench/comments/write-posts";
import type { Row } from "@/lib/bench/table";
import { TimedClient } from "@/lib/bench/timed-client";

/** Compressed, as a browser gets it: the post's own page, and all pages of its thread together. */
export async function measurePage(origin: string, { id, address }: BenchPost): Promise<Row> {
  await new Crowd({ writers: 10, comments: 1_000, posts: [id], label: "page" }).write(origin);
  const client = new TimedClient(origin);
  const first = await client.get(address);
  let all = first.bytes;
  for (let page = 2; ; page += 1) {
    const { status, bytes } = await client.get(`${address}/comments/${page}`);
    if (status !== 200) break;
    all += bytes;
  }
  client.close();
  return { pageKb: first.bytes / 1000, allPagesKb: all / 1000 };
}
