import { permanentRedirect } from "next/navigation";
import { NotFoundPage } from "@/components/site/not-found-page";
import { findRedirect } from "@/lib/queries/pages";

/** What a page returns when nothing is at its address any more: the way to the post that was there, or a 404. */
export async function MovedPage({ path }: { path: `/${string}` }) {
  const target = await findRedirect(path);
  if (target) permanentRedirect(target);
  return <NotFoundPage />;
}
