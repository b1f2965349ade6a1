import type { Identity } from "@/lib/bench/archive/identity";
import type { Quirk } from "@/lib/bench/archive/quirks";
import type { Random } from "@/lib/bench/archive/random";

/** What stands between the paragraphs of a scraped page, in the order in which it is put there. */
export function scrapedPieces(
  identity: Identity,
  quirks: ReadonlySet<Quirk>,
  random: Random,
): string[] {
  return pieces.flatMap(({ quirk, create }) =>
    quirks.has(quirk) ? [create(identity, random)] : [],
  );
}

/** The article inside the page of the site that it was taken from. */
export const wrapInShell = (article: string): string =>
  `<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><article class="node node-article">${article}</article></div></div></div>`;

interface Piece {
  quirk: Quirk;
  create: (identity: Identity, random: Random) => string;
}

/** Hot-linked from one of many hosts. */
const picture = ({ date }: Identity, random: Random): string =>
  `https://img${1 + random.below(40)}.pictures.example/s3fs-public/${date.toISOString().slice(0, 7)}/${random.below(1e9).toString(36)}_0.jpg?itok=${random.below(1e9).toString(36)}`;

const pieces: readonly Piece[] = [
  {
    quirk: "lazyPicture",
    create: (identity, random) => {
      const address = picture(identity, random);
      const caption = identity.prose.phrase(8);
      return `<div class="figure-media"><img class="img-fluid lazyload" data-src="${address}" title="${caption}" alt="${caption}" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="></div>`;
    },
  },
  {
    quirk: "looseCaption",
    create: (identity) => `<figcaption>${identity.prose.sentence()}</figcaption>`,
  },
  {
    quirk: "picture",
    create: (identity, random) =>
      `<p><img src="${picture(identity, random)}" referrerpolicy="no-referrer"></p>`,
  },
  {
    quirk: "handler",
    create: (identity, random) =>
      `<img src="${picture(identity, random)}" onload="resize(this)" onerror="this.style.display='none'"><a href="#" onclick="share();return false">${identity.prose.phrase(1)}</a>`,
  },
  {
    quirk: "frame",
    create: (_, random) =>
      `<iframe width="560" height="315" src="https://www.youtube.com/embed/${random.below(1e9).toString(36).padStart(11, "x")}" frameborder="0" allowfullscreen></iframe>`,
  },
  {
    quirk: "advertisement",
    create: () =>
      '<section id="imu"><div id="dfp-ad-imu1"></div></section><div id="innity-in-post"></div><div id="dfp-ad-midarticlespecial"></div>',
  },
  {
    quirk: "shareBar",
    create: ({ from }) =>
      `<div class="share-bar"><ul><li><a href="https://social.example/share?u=${encodeURIComponent(from)}">Share</a></li></ul></div>`,
  },
  {
    quirk: "emptyBox",
    create: () => '<div class="clearfix"></div><section></section><div>&nbsp;</div>',
  },
  {
    quirk: "table",
    create: ({ prose }) => {
      const row = () => `<tr><td>${prose.phrase(2)}</td><td>${prose.phrase(2)}</td></tr>`;
      return `<table><tbody>${row()}${row()}${row()}</tbody></table>`;
    },
  },
  {
    quirk: "payWall",
    create: () => '<div class="cx_paywall_placeholder" id="sph_cdp_40"></div>',
  },
];
