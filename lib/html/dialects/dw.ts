import type { Dialect } from "@/lib/html/dialects/dialect";
import { attribute } from "@/lib/html/tree/element";
import { visitElements } from "@/lib/html/tree/tree";

/** The size in which pictures fill a column of text. */
const format = 605;

/** 德国之声 since 2023: a picture has only a number, from which a script makes the address. */
export const dw: Dialect = {
  hosts: ["dw.com"],
  transform(body) {
    visitElements(body, (element) => {
      if (element.tagName !== "img") return;
      const id = attribute(element, "dataId") ?? "";
      const source = attribute(element, "src") ?? attribute(element, "dataSrc");
      if (source !== undefined && !source.startsWith("data:")) return;
      if (/^\d{1,12}$/.test(id)) {
        element.properties.src = `https://static.dw.com/image/${id}_${format}.jpg`;
      }
    });
  },
};
