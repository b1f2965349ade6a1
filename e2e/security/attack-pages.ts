import { parseHtml } from "@/lib/html/parse-html";
import { renderBody } from "@/lib/html/render-body";
import { attacks } from "@/lib/html/testing/attacks";

export interface AttackPage {
  slug: string;
  attacks: readonly string[];
}

/**
 * Every attack on a page. They share pages where they leave each other alone, about fifteen on each: few enough that a
 * failure is soon traced to one of them. One that swallows what follows (an unclosed `<script>`) stands last on its page.
 */
export function listAttackPages(): AttackPage[] {
  const last = attacks.filter((attack) => !leavesTheRestAlone(attack));
  const others = attacks.filter((attack) => !last.includes(attack));
  const share = Math.ceil(others.length / last.length);
  return last.map((attack, index) => ({
    slug: `attack-${index + 1}`,
    attacks: [...others.slice(index * share, (index + 1) * share), attack],
  }));
}

/** The body of a post with these attacks, each followed by a paragraph that says which it was. */
export function bodyOf({ attacks: group }: AttackPage): string {
  return group.map((attack, index) => `${attack}\n\n${marker(index)}\n`).join("\n");
}

const marker = (index: number): string => `<p>After attack ${index + 1}</p>`;

function leavesTheRestAlone(attack: string): boolean {
  const { html } = renderBody(`${attack}\n\n${marker(0)}\n`, {
    title: "",
    publicDirectory: "/nonexistent",
    ownPages: [],
  });
  return parseHtml(html).children.some(
    (node) =>
      node.type === "element" &&
      node.tagName === "p" &&
      node.children.every((child) => child.type === "text" && child.value === "After attack 1"),
  );
}
