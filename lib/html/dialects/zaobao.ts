import type { Dialect } from "@/lib/html/dialects/dialect";
import { dropNamed } from "@/lib/html/dialects/drop-named";
import { attribute } from "@/lib/html/tree/element";
import { rewriteElements } from "@/lib/html/tree/tree";

/** Boxes for the app, for members and for other articles, in the pages of 2019 and since. */
const names: ReadonlySet<string> = new Set([
  "bff-google-ad",
  "bff-inline-image-expand-icon",
  "bff-recommend-article",
  "further-reading",
  "overlay-microtransaction",
  "read-on-app-cover",
]);

/** 联合早报. Its advertisements and pay-wall markers bear names that `dropPlaceholders` knows. */
export const zaobao: Dialect = {
  hosts: ["zaobao.com", "zaobao.com.sg"],
  transform(body) {
    dropNamed(body, names);
    rewriteElements(body, (element) =>
      // The magnifier in the corner of a picture is a picture too. The spelling is theirs.
      element.tagName === "img" && attribute(element, "alt") === "expend icon"
        ? undefined
        : element,
    );
  },
};
