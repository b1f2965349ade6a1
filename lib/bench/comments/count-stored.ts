import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { readCommentsAfter } from "@/lib/comments/store/transfer-comments";

interface Stored {
  total: number;
  /** That were acknowledged and are not there. */
  lost: number;
  /** That are there more than once. */
  doubled: number;
}

/** What of the acknowledged comments is in the database. @param acknowledged ids by text */
export async function countStored(
  databaseUrl: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<Stored> {
  const client = await openCommentsDatabase({ url: databaseUrl });
  try {
    const idsByText = new Map<string, string[]>();
    let total = 0;
    for (let last = ""; ; ) {
      const comments = await readCommentsAfter(client, last, 1000);
      const end = comments.at(-1);
      if (!end) break;
      last = end.id;
      total += comments.length;
      for (const { text, id } of comments)
        idsByText.set(text, [...(idsByText.get(text) ?? []), id]);
    }
    const all = [...idsByText.values()];
    return {
      total,
      lost: [...acknowledged].filter(([text, id]) => !idsByText.get(text)?.includes(id)).length,
      doubled: all.reduce((sum, ids) => sum + ids.length - 1, 0),
    };
  } finally {
    client.close();
  }
}
