import { expect, test } from "vitest";

import { findCode } from "@/lib/html/markdown/find-code";

const find = (source: string) =>
  Array.from(findCode(source), ({ start, end }) => source.slice(start, end));

test("fences from mark to mark, spans within a line", () => {
  expect(find("a `b` ``c ` d`` e\n```html\n<p>`\n```\n`f`")).toEqual([
    "`b`",
    "``c ` d``",
    "```html\n<p>`\n```",
    "`f`",
  ]);
});

test("a longer fence is not closed by a shorter one, one that nobody closes runs to the end", () => {
  expect(find("~~~~\n~~~\nx")).toEqual(["~~~~\n~~~\nx"]);
});

test("a single backtick is none", () => {
  expect(find("a ` b\n` c")).toEqual([]);
});
