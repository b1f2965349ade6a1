import type { Dialect } from "@/lib/html/dialects/dialect";
import { dropNamed } from "@/lib/html/dialects/drop-named";

/** Invitations to newsletters, apps and other articles, and what the head of our page says. */
const names: ReadonlySet<string> = new Set([
  "a-read-more",
  "m-em-flash",
  "m-interstitial",
  "o-self-promo",
  "t-content__authors",
  "t-content__dates",
  "t-content__shares",
]);

/** 法国国际广播电台. */
export const rfi: Dialect = {
  hosts: ["rfi.fr"],
  transform: (body) => dropNamed(body, names),
};
