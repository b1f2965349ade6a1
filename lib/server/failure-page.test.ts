import { fromHtml } from "hast-util-from-html";
import { expect, it } from "vitest";
import { buildFailurePage } from "@/lib/server/failure-page";

it("says in every language what is the matter, in the site's style, without a script", () => {
  const given = `<!DOCTYPE html><html id="__next_error__"><head><link rel="preload" href="/_next/static/chunks/2w.css" as="style"/><script src="/_next/static/chunks/a.js" async=""></script></head><body></body></html>`;
  const page = buildFailurePage(given);
  expect(page).toContain('<link rel="stylesheet" href="/_next/static/chunks/2w.css">');
  expect(page.match(/<div lang="[^"]+" class="notice"><h1>[^<]+<\/h1>/g)).toHaveLength(3);
  expect(page.match(/<a href="" class="button">/g)).toHaveLength(3);
  expect(page).not.toContain("<script");
  const faults: unknown[] = [];
  fromHtml(page, { onerror: (fault) => void faults.push(fault) });
  expect(faults).toEqual([]);
});

it("does without a style where none is named", () => {
  expect(buildFailurePage("")).not.toContain("stylesheet");
});
