import { completeSettings } from "@/lib/settings";
import { openContentDatabase } from "@/lib/store/content-database";
import { countPosts, readMonths, readPosts } from "@/lib/store/read-posts";
import { readTerms } from "@/lib/store/read-terms";
import { readStoredSettings } from "@/lib/store/site-settings";
import { archiveMonthUrl, latestUrl, postUrl, termUrl } from "@/lib/urls";

/** Addresses to ask a site for, those that nobody has asked for before among them. */
export interface PageAddresses {
  /** Spread over the whole archive, without those that the build has rendered. */
  posts: string[];
  /** The last pages of all posts by date. */
  deepPages: string[];
  /** First page of the largest tag. */
  tagFirst: string[];
  /** Its last pages. */
  tagLast: string[];
  /** First pages of the oldest months. */
  oldestMonths: string[];
}

/** How many pages of each kind of listing are asked for. */
const listingSamples = 20;

/** @param postSamples how many posts */
export async function findPageAddresses(
  databaseUrl: string,
  postSamples: number,
): Promise<PageAddresses> {
  const client = openContentDatabase({ url: databaseUrl });
  try {
    const total = await countPosts(client);
    const { given } = await readStoredSettings(client);
    const { prerenderedPosts, pageSize } = completeSettings(given);
    const unseen = Math.max(0, total - prerenderedPosts);
    const samples = Math.min(postSamples, unseen);
    const posts: string[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const offset = prerenderedPosts + Math.floor((sample / samples) * unseen);
      const [post] = await readPosts(client, { offset, limit: 1 });
      if (post) posts.push(postUrl(post.slug));
    }
    const [tag] = await readTerms(client, "tag", { offset: 0, limit: 1 });
    const months = (await readMonths(client)).slice(-listingSamples).reverse();
    return {
      posts,
      deepPages: listLastPages(total, pageSize).map((page) => latestUrl(page)),
      tagFirst: tag ? [termUrl(tag)] : [],
      tagLast: tag ? listLastPages(tag.count, pageSize).map((page) => termUrl(tag, page)) : [],
      oldestMonths: months.map(({ year, month }) => archiveMonthUrl(year, month)),
    };
  } finally {
    client.close();
  }
}

/** The deepest first; without page 1, which is rendered by the build. */
function listLastPages(total: number, pageSize: number): number[] {
  const last = Math.ceil(total / pageSize);
  return Array.from({ length: listingSamples }, (_, index) => last - index).filter(
    (page) => page > 1,
  );
}
