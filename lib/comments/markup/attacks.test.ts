import { fromHtml } from "hast-util-from-html";
import { expect, it } from "vitest";
import { buildFormPage } from "@/lib/comments/markup/form-page";
import { buildCommentHtml } from "@/lib/comments/markup/thread-markup";
import { readDraft } from "@/lib/comments/read-draft";
import { attacks } from "@/lib/html/testing/attacks";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";
import type { Parent } from "@/lib/html/tree/tree";
import { visitElements } from "@/lib/html/tree/tree";
import { completeSettings } from "@/lib/settings";

const bounds = completeSettings({}).comments;

/** Our own ids, classes and hints to those who hear the page: what is left came of what was typed. */
const own = / aria-hidden="true"| id="comment-[0-9a-z]+"| class="(?:comment[a-z0-9 -]*|sr-only)"/g;

it.each(attacks)("does nothing to a reader as text, name or website: %j", (attack) => {
  for (const fields of [
    { name: attack, text: attack },
    { name: "a", text: attack, website: attack },
    { name: "a", text: attack, website: `https://a.example/${attack}` },
  ]) {
    const read = readDraft(fields, bounds);
    if (!read.ok) continue;
    const { text, name, website } = read.draft;
    const content = { text, name, edited: false, ...(website ? { website } : {}) };
    const comment = { id: "01hf", depth: 0, createdAt: "2024-05-01T00:00:00Z", content };
    const html = buildCommentHtml(comment, { isOpen: true });
    expect(findUnsafe(html.replace(own, ""))).toEqual([]);
  }
});

const post = { id: "p", slug: "p", title: "P", lang: "en", date: "", comments: true } as const;

it.each(attacks)("does nothing to its writer in a form that comes back: %j", (attack) => {
  const fields = { parent: attack, name: attack, email: attack, website: attack, text: attack };
  const page = buildFormPage({ title: "T", post, form: { fields, bounds, token: attack } });
  const plain = { parent: "a", name: "a", email: "a", website: "a", text: "a" };
  const harmless = buildFormPage({ title: "T", post, form: { fields: plain, bounds, token: "a" } });
  expect(partsOf(page)).toEqual(partsOf(harmless));
});

/** Elements and their attributes, as a browser finds them; values are what differs. */
function partsOf(html: string): string[] {
  const parts: string[] = [];
  visitElements(fromHtml(html) as Parent, ({ tagName, properties }) => {
    parts.push(`${tagName} ${Object.keys(properties).join(" ")}`);
  });
  return parts;
}
