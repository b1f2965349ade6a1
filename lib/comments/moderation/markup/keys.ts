import type { Element } from "hast";
import { h } from "@/lib/comments/markup/h";
import { keyOfAct } from "@/lib/comments/moderation/markup/queue-entry";
import { commentActs } from "@/lib/discussion/acts";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";

/**
 * The list of keys. Hidden until the script that listens to them shows it; they can be switched off, because single letters
 * get in the way of those who speak to their computer (WCAG 2.1.4).
 */
export function buildKeys(): Element {
  const { keys, acts } = messages;
  const rows: [string, string][] = [
    ["j", keys.next],
    ["k", keys.previous],
    ...commentActs.flatMap((act): [string, string][] => {
      const key = keyOfAct[act];
      return key === undefined ? [] : [[key, acts[act]]];
    }),
    ["x", keys.choose],
    ["/", keys.search],
    ["?", keys.help],
  ];
  return h(
    "details",
    { className: ["desk-keys"], dataKeys: "", hidden: true },
    h("summary", {}, keys.title),
    h(
      "p",
      {},
      h(
        "label",
        {},
        h("input", { type: "checkbox", dataKeysOn: "", checked: true }),
        ` ${keys.isOn}`,
      ),
    ),
    h(
      "dl",
      {},
      rows.map(([key, does]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, does))),
    ),
  );
}
