import { expect, test } from "vitest";
import { writeByHand } from "@/lib/bench/weight/handwritten";

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

test("what readers and machines are told stays to the letter", () => {
  const html = page(
    '<meta charset="utf-8"><title>The tide</title><link rel="stylesheet" href="/a.css"><script type="application/ld+json">{"a":1}</script>',
    '<main class="post" data-thread="tide"><p hidden="">Not yet</p><form action="/x"><input name="a"></form></main>',
  );
  expect(writeByHand(html)).toBe(html);
});

test("what is there for a framework or for speed alone goes", () => {
  const html = page(
    '<link rel="preload" as="script" href="/a.js"><link rel="stylesheet" href="/a.css" data-precedence="next"><script src="/a.js" async=""></script><script type="module" src="/b.js"></script>',
    '<!--$--><div hidden=""><!--/$--></div><p>12<!-- --> words</p><img src="/a.png" data-nimg="1"><template id="B:0"></template><script>self.__next_f.push([1])</script>',
  );
  expect(writeByHand(html)).toBe(
    page('<link rel="stylesheet" href="/a.css">', '<p>12 words</p><img src="/a.png">'),
  );
});
