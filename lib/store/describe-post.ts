import { listShown, type Place, type PostColumns } from "@/lib/store/post-column";
import type { PostPlace, PostView } from "@/lib/store/post-view";

/** What each place shows of a post, as a text that is another one as soon as readers see something else. */
export interface PostDescriptions {
  /** What a link to it says. */
  link: (place: PostPlace) => string;
  /** What listings show. */
  summary: (view: PostView | undefined) => string | undefined;
  /** What its own page shows, but for the body. */
  page: (view: PostView | undefined) => string | undefined;
  /** What decides where an old address leads. */
  claims: (view: PostView | undefined) => string | undefined;
}

const isSummaryTerm = ([taxonomy]: PostView["terms"][number]) =>
  taxonomy === "author" || taxonomy === "category";

export function describeBy(columns: PostColumns): PostDescriptions {
  const shown = (place: Place) => listShown(columns, place).map(([, { name }]) => name);
  const [links, listings, page] = [shown("links"), shown("listings"), shown("page")];
  const claiming = Object.values(columns).filter(({ decidesAddress }) => decidesAddress);
  const claims = claiming.map(({ name }) => name);
  const pick = (place: PostPlace, names: string[]) => names.map((name) => place[name]);
  return {
    link: (place) => JSON.stringify(pick(place, links)),
    summary: (view) =>
      view && JSON.stringify([pick(view.columns, listings), view.terms.filter(isSummaryTerm)]),
    page: (view) => view && JSON.stringify([pick(view.columns, page), view.terms]),
    claims: (view) => view && JSON.stringify([pick(view.columns, claims), view.addresses]),
  };
}
