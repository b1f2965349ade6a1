import { describe, expect, it } from "vitest";
import { readNextMarkup } from "@/lib/page-cache/lean/next-markup";

/** A page as Next.js 16.4 writes it, with what matters of its head, its frame and its end. */
const page = (body: string, end = "") =>
  `<!DOCTYPE html><html lang="zh-Hans"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/02.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/41o_1cb0sipne.js"/><script src="/_next/static/chunks/1u.js" async=""></script><link rel="preload" href="/pictures/a.jpg" as="image"/><title>潮汐</title><script src="/_next/static/chunks/0cz.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div><main><!--&-->${body}<!--/&--></main><footer>F<!-- --> 1</footer><script>(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push([]);</script><script src="/_next/static/chunks/41o.js" id="_R_" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"\\u003c/script\\u003e\\"\\n"])</script>${end}</body></html>`;

const lean = (body: string) =>
  `<!DOCTYPE html><html lang="zh-Hans"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/02.css"/><link rel="preload" href="/pictures/a.jpg" as="image"/><title>潮汐</title></head><body><main>${body}</main><footer>F 1</footer></body></html>`;

describe("readNextMarkup", () => {
  const guest = "https://stats.example/script.js";
  const tagOf = (address: string) => `<p>a</p><script defer="" src="${address}"></script>`;

  it("keeps the one script from elsewhere that the operator has named", () => {
    expect(readNextMarkup(page(tagOf(guest)), guest)?.lean).toBe(lean(tagOf(guest)));
    expect(readNextMarkup(page(tagOf(guest)))).toBeUndefined();
  });

  it.each([
    "https://stats.example/other.js",
    "https://stats.example/script.js?x",
    "http://stats.example/script.js",
    "//stats.example/script.js",
    "https://evil.example/script.js",
  ])("takes no page apart that has another: %s", (address) => {
    expect(readNextMarkup(page(tagOf(address)), guest)).toBeUndefined();
  });

  it("leaves the page's own markup, to the letter, and names what Next.js wrote into it", () => {
    const read = readNextMarkup(page("<h1>潮 &lt;b&gt;</h1>\n<p>a</p>"));
    expect(read?.lean).toBe(lean("<h1>潮 &lt;b&gt;</h1>\n<p>a</p>"));
    expect(read?.inlineScripts).toHaveLength(3);
    expect(read?.inlineScripts[2]).toBe(
      'self.__next_f.push([1,"1:\\"\\u003c/script\\u003e\\"\\n"])',
    );
  });

  it.each([
    ["data for search engines", '<script type="application/ld+json">{"a":"<b>"}</script>'],
    ["our own modules", '<script type="module" src="/scripts/v/comments.js"></script>'],
    ["a value that looks like a script", '<img alt="<script>self.__next_f.push(1)</script>"/>'],
    ["a value that looks like a mark", "<img alt='<!--$-->'/>"],
    ["an empty hidden part of a text", '<div hidden=""></div>'],
    ["a comment that is no mark", "<!--more-->"],
    ["a preload of a font", '<link rel="preload" as="font" href="/f.woff2"/>'],
  ])("keeps %s", (_, markup) => {
    expect(readNextMarkup(page(markup))?.lean).toBe(lean(markup));
  });

  it.each([
    ["a script that isn't known", "<script>alert(1)</script>"],
    ["another name for the data", '<script>self.__react_f.push([1,""])</script>'],
    ["a script from elsewhere", '<script src="https://cdn.example/x.js" async=""></script>'],
    ["one without a scheme", '<script src="//cdn.example/x.js"></script>'],
    ["the runtime at another place", '<script src="/_next/assets/x.js" async=""></script>'],
    ["a module in the page", '<script type="module">import "/x.js"</script>'],
    ["rules in the page", '<script type="speculationrules">{}</script>'],
    ["a part that is still to come", '<!--$?--><template id="B:0"></template><!--/$-->'],
    ["a part that came late", '<div hidden="" id="S:0"><p>late</p></div>'],
  ])("takes no page apart that has %s", (_, markup) => {
    expect(readNextMarkup(page(markup))).toBeUndefined();
    expect(readNextMarkup(page("", markup))).toBeUndefined();
  });

  it("changes nothing in a page that is lean already", () => {
    expect(readNextMarkup(lean("<p>a</p>"))).toEqual({ lean: lean("<p>a</p>"), inlineScripts: [] });
  });

  it("takes no longer for a page whose values are full of beginnings", () => {
    const value = "<a <script <!-- ' ".repeat(2000);
    const took = (times: number) => {
      const text = page(`<img alt="${value}"/>`.repeat(times));
      const began = performance.now();
      expect(readNextMarkup(text)?.lean).toContain(value);
      return performance.now() - began;
    };
    took(10);
    // Twenty times as much; growing with the square it would be four hundred.
    expect(took(200) / took(10)).toBeLessThan(150);
  });
});
