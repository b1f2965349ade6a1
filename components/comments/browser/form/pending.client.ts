import { createElement } from "@/components/browser/element.client";

/** The comment as it will stand there, while it is on its way. */
export const createPending = ({ name = "", text = "" }: Record<string, string>): HTMLElement =>
  createElement(
    "li",
    { class: "comment comment-pending" },
    createElement(
      "p",
      { class: "comment-head" },
      createElement("bdi", { class: "comment-name" }, name),
    ),
    createElement("div", { class: "comment-text comment-text-plain", dir: "auto" }, text),
  );
