import type { Client } from "@libsql/client";
import type { AuthorProfile, StaticPage } from "@/lib/publication";
import type { Language } from "@/lib/site/site-settings";
import { unpackBody } from "@/lib/store/body-codec";

/** @param address without the slash at the start */
export async function findPageByAddress(
  client: Client,
  address: string,
): Promise<StaticPage | undefined> {
  const { rows } = await client.execute({
    sql: "SELECT title, lang, summary, html FROM pages WHERE address = ? ORDER BY path LIMIT 1",
    args: [address],
  });
  const [row] = rows;
  return (
    row && {
      title: String(row.title),
      lang: String(row.lang) as Language,
      summary: String(row.summary),
      html: unpackBody(row.html as ArrayBuffer),
    }
  );
}

/** Addresses of all static pages, without the slash at the start. */
export async function readPageAddresses(client: Client): Promise<string[]> {
  const { rows } = await client.execute("SELECT DISTINCT address FROM pages ORDER BY address");
  return rows.map(({ address }) => String(address));
}

export async function findAuthorByName(
  client: Client,
  name: string,
): Promise<AuthorProfile | undefined> {
  const { rows } = await client.execute({
    sql: "SELECT name, lang, summary, html FROM authors WHERE name = ? ORDER BY path LIMIT 1",
    args: [name],
  });
  const [row] = rows;
  return (
    row && {
      name: String(row.name),
      lang: String(row.lang) as Language,
      summary: String(row.summary),
      html: unpackBody(row.html as ArrayBuffer),
    }
  );
}

/** The slug of the public post that an old address leads to: the oldest that declares it, else one that had it. */
export async function findRedirectedSlug(
  client: Client,
  address: number,
): Promise<string | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT posts.slug FROM redirects JOIN posts ON posts.id = redirects.post_id
      WHERE redirects.address = ? AND posts.public = 1 AND posts.slug IS NOT NULL
      ORDER BY redirects.declared DESC, posts.date, posts.path LIMIT 1`,
    args: [address],
  });
  return rows[0] ? String(rows[0].slug) : undefined;
}
