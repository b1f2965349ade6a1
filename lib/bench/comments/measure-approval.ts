import { setTimeout } from "node:timers/promises";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { Moderator } from "@/lib/bench/comments/moderator";
import type { BenchPost } from "@/lib/bench/comments/write-posts";
import { Writer } from "@/lib/bench/comments/writer";
import { median } from "@/lib/bench/load/percentile";
import { commentsUrl } from "@/lib/urls";

/** How often a comment is approved and looked for. */
const approvals = 5;

/** Waits of a look at a page for what was just approved, in milliseconds. */
const interval = 5;

/** From the moment at which a moderator presses the button until a reader's page has the comment, median. */
export async function measureApproval(
  origin: string,
  { id: post, slug }: BenchPost,
  password: string,
): Promise<number> {
  const moderator = await Moderator.logIn(origin, password);
  const writer = new Writer();
  const times: number[] = [];
  for (let turn = 0; turn < approvals; turn += 1) {
    const text = `等待通过 ${turn} ${Date.now()}`;
    const key = `approval-${turn}-${Date.now()}-0000`;
    const posted = await writer.post(origin, { post, name: "读者", text, key });
    if (!posted) throw new BenchmarkError("the server is gone");
    await moderator.act("hide", posted.id, 1);
    const last = await findLastPage(origin, slug);
    const started = performance.now();
    await moderator.act("approve", posted.id, 2);
    while (!(await (await fetch(origin + last)).text()).includes(text)) await setTimeout(interval);
    times.push(performance.now() - started);
  }
  writer.close();
  return median(times);
}

/** Comments stand in the order of time: the newest is on the last page there is, or on the one after it. */
async function findLastPage(origin: string, slug: string): Promise<string> {
  for (let page = 2; ; page += 1) {
    const response = await fetch(origin + commentsUrl(slug, page));
    await response.body?.cancel();
    if (!response.ok) return commentsUrl(slug, page - 1);
  }
}
