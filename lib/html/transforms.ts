import { alignCells } from "@/lib/html/transforms/align-cells";
import { applyDialect } from "@/lib/html/transforms/apply-dialect";
import { buildFigures } from "@/lib/html/transforms/build-figures";
import { describePictures } from "@/lib/html/transforms/describe-pictures";
import { dropComments } from "@/lib/html/transforms/drop-comments";
import { dropEmptyElements } from "@/lib/html/transforms/drop-empty-elements";
import { dropFrontMatterEcho } from "@/lib/html/transforms/drop-front-matter-echo";
import { dropPlaceholders } from "@/lib/html/transforms/drop-placeholders";
import { dropUnreadElements } from "@/lib/html/transforms/drop-unread-elements";
import { identifyHeadings } from "@/lib/html/transforms/identify-headings";
import { keepTargets } from "@/lib/html/transforms/keep-targets";
import { labelBoxes } from "@/lib/html/transforms/label-boxes";
import { linkFragments } from "@/lib/html/transforms/link-fragments";
import { linkHeadings } from "@/lib/html/transforms/link-headings";
import { markLinks } from "@/lib/html/transforms/mark-links";
import { normaliseMedia } from "@/lib/html/transforms/normalise-media";
import { orderHeadings } from "@/lib/html/transforms/order-headings";
import { replaceFrames } from "@/lib/html/transforms/replace-frames";
import { replaceVideoLinks } from "@/lib/html/transforms/replace-video-links";
import { resolveAddresses } from "@/lib/html/transforms/resolve-addresses";
import { resolveLazyPictures } from "@/lib/html/transforms/resolve-lazy-pictures";
import { scopeIds } from "@/lib/html/transforms/scope-ids";
import { sizeLocalPictures } from "@/lib/html/transforms/size-local-pictures";
import { unwrapBoxes } from "@/lib/html/transforms/unwrap-boxes";
import { unwrapInlineWrappers } from "@/lib/html/transforms/unwrap-inline-wrappers";
import { unwrapLayoutTables } from "@/lib/html/transforms/unwrap-layout-tables";
import { wrapBareText } from "@/lib/html/transforms/wrap-bare-text";
import { wrapTables } from "@/lib/html/transforms/wrap-tables";
import type { BodyContext } from "@/lib/html/tree/body-context";
import type { Body } from "@/lib/html/tree/tree";

export type Transform = (body: Body, context: BodyContext) => void;

/** What is done to the tree of a body, in this order, each with the reason for its place. */
export const transforms: readonly Transform[] = [
  dropComments, // first, so that nobody below has to think of them
  applyDialect, // while everything is as it was scraped
  dropPlaceholders, // while `style` and `class` still tell a tracking pixel from a picture
  resolveLazyPictures, // before `noscript` goes, which may hold the only real address
  resolveAddresses, // once pictures have their real address, and before frames and links are judged by theirs
  replaceFrames, // while `embed` and `param` are there; frames become links, marked like all below
  replaceVideoLinks, // after frames, which strip what poses as a still
  dropUnreadElements, // before anything asks what text an element holds
  dropFrontMatterEcho, // as soon as the first thing in the tree is the first thing that is read
  orderHeadings, // after the echo, which is often the only h1
  normaliseMedia, // players without a source go before they can get a caption
  unwrapLayoutTables, // before captions are looked for, some of which stand in a cell of their own
  keepTargets, // before any box goes that a link leads to
  buildFigures, // while the boxes still show which caption stood beside which picture
  unwrapInlineWrappers, // before runs of words are looked for, which these would cut in pieces
  wrapBareText, // while the boxes still keep one text from the next
  unwrapBoxes, // once every word in a box is in a paragraph, the boxes say nothing more
  dropEmptyElements, // after everything that can leave an element empty
  describePictures, // needs the figures with their captions
  sizeLocalPictures, // needs the real addresses
  labelBoxes, // after everything that moves the words beside them
  markLinks, // after frames; before ids, since it turns an old `name` into an id
  alignCells, // any time before the sanitiser, which removes `style`
  wrapTables, // after the boxes are gone, since this makes one
  scopeIds, // before our own ids come, which need no prefix
  identifyHeadings, // headings are at their final level and text
  linkFragments, // when every id has its final name
  linkHeadings, // last: these links are ours, and right as they are
];
