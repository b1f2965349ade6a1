import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/html/markdown";
import { renderBody } from "@/lib/html/render-body";
import { htmlConstructs, markdownConstructs } from "@/lib/html/testing/repeated-constructs";

/**
 * Twice the text takes twice the time, whatever it repeats. Ratios are compared and not times, which another machine has
 * others of; what is quick at any size is no danger, and its ratio is noise.
 */

/** Bytes of the smaller text, and how many times as much the larger one has. */
const size = 10_000;
const growth = 16;

/** What is linear has the ratio `growth`, what is quadratic its square; and to collect garbage takes longer in a larger heap. */
const worstRatio = (growth * growth) / 2;

/** Milliseconds, on a busy machine too. What grows with the square takes several seconds at that size. */
const quick = 1000;

/** A machine that is busy measures too much, never too little: the least of several counts. */
const tries = 4;

function expectGrowth(construct: (count: number) => string, render: (source: string) => unknown) {
  const each = construct(100).length / 100;
  const [small, large] = [size, size * growth].map((bytes) => construct(Math.ceil(bytes / each)));
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let left = tries; left > 0; left -= 1) {
    least.small = Math.min(
      least.small,
      measure(() => render(small ?? "")),
    );
    least.large = Math.min(
      least.large,
      measure(() => render(large ?? "")),
    );
    if (least.large < quick || least.large < least.small * worstRatio) return;
    if (least.large > 5 * quick) break;
  }
  expect(least.large / least.small).toBeLessThan(worstRatio);
}

function measure(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const patience = 120_000;

test.each(Object.entries(markdownConstructs))(
  "Markdown: %s",
  (_name, construct) => expectGrowth(construct, renderMarkdown),
  patience,
);

const context = { title: "T", publicDirectory: "/nonexistent", ownPages: [] };

test.each(Object.entries(htmlConstructs))(
  "HTML: %s",
  (_name, construct) => expectGrowth(construct, (source) => renderBody(source, context)),
  patience,
);
