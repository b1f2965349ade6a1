import { findSite } from "@/lib/queries/settings";

/** The day of a post, in the site's time zone. */
export async function PostDate({ instant }: { instant: string }) {
  const { dates } = await findSite();
  return <time dateTime={instant}>{dates.date(instant)}</time>;
}
