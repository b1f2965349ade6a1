import { expect, test } from "vitest";

import { type TagGrammar, TagScanner } from "@/lib/html/tree/tag-scanner";

function scan(source: string, grammar: TagGrammar = "html"): string[] {
  const scanner = new TagScanner(source, grammar);
  const tags: string[] = [];
  for (let tag = scanner.next(); tag; tag = scanner.next()) {
    tags.push((tag.isEnd ? "/" : "") + tag.name);
  }
  return tags;
}

test("tags come in order, whatever stands in their attributes", () => {
  expect(scan(`<P a="1>2" b='<i>' c=">"><BR/></p>`)).toEqual(["p", "br", "/p"]);
});

test("offsets frame the whole tag", () => {
  const source = 'x<p title=">">y';
  const tag = new TagScanner(source, "html").next();
  expect(source.slice(tag?.start, tag?.end)).toBe('<p title=">">');
});

test("comments, declarations and the content of scripts hold no tags", () => {
  expect(scan("<!--<i>--><!-->a<b><!doctype <u><?x <s>?><script>'<em>'</script><q>")).toEqual([
    "b",
    "script",
    "/script",
    "q",
  ]);
  expect(scan("<!-- <i> --!><b>")).toEqual(["b"]);
});

test("a raw text element ends at its own end tag only", () => {
  expect(scan("<style></styles><i></STYLE><b>")).toEqual(["style", "/style", "b"]);
});

test("in HTML a tag that never ends swallows the rest, in Markdown it is text", () => {
  expect(scan('<p>a <b title="x <i>y</i>')).toEqual(["p"]);
  expect(scan('<p>a <b title="x <i>y</i>', "markdown")).toEqual(["p", "i", "/i"]);
  expect(scan("a <b and <i>c</i>", "markdown")).toEqual(["i", "/i"]);
});

test("less-than signs in a text are no tags", () => {
  expect(scan("1 < 2 <3 <> </> <中>")).toEqual([]);
});
