import { expect, it } from "vitest";
import { checkLengths } from "@/lib/content/check-lengths";

const positions = new Map([["tags", { line: 4, column: 7 }]]);

it.each([
  ["a title", { title: "长".repeat(1001) }],
  ["a text that is carried over from the front matter", { subtitle: "长".repeat(1001) }],
  ["an author's name", { name: "n".repeat(1001) }],
  ["one of the tags", { tags: ["a", "长".repeat(201)] }],
  ["the list of tags", { tags: Array.from({ length: 201 }, (_, n) => `t${n}`) }],
])("refuses %s that is too long to be meant", (_what, fields) => {
  expect(checkLengths(fields, positions)).toMatchObject([{ severity: "error" }]);
});

it("says where the list stands", () => {
  expect(checkLengths({ tags: ["x".repeat(300)] }, positions)).toMatchObject([
    { line: 4, column: 7 },
  ]);
});

it("leaves alone what may be long", () => {
  const fields = {
    title: "长".repeat(1000),
    subtitle: "长".repeat(1000),
    summary: "长".repeat(5000),
    from: `https://example.com/${"%E4".repeat(1000)}`,
    aliases: [`/${"%E4%BD".repeat(500)}`],
    tags: Array.from({ length: 200 }, (_, n) => `${n}`.padEnd(200, "长")),
    comments: true,
  };
  expect(checkLengths(fields, positions)).toEqual([]);
});
