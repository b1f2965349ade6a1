import { expect, test } from "vitest";
import { formatTable, formatTables } from "@/lib/bench/table";

test("a Markdown table: figures to the right, a dash for what is missing, no empty column", () => {
  const columns = [
    { key: "subject", heading: "" },
    { key: "posts", heading: "posts" },
    { key: "firstS", heading: "first s", digits: 1 },
    { key: "never", heading: "never" },
    { key: "note", heading: "note" },
  ];
  const rows = [
    { subject: "Ours", posts: 35000, firstS: 61.25 },
    { subject: "Theirs", posts: 1000, note: "died" },
  ];
  expect(formatTable(columns, rows)).toBe(
    [
      "|        |  posts | first s | note |",
      "| ------ | -----: | ------: | ---- |",
      "| Ours   | 35,000 |    61.3 |      |",
      "| Theirs |  1,000 |       – | died |",
    ].join("\n"),
  );
});

test("a table for each part, of the columns that it uses", () => {
  const columns = [
    { key: "page", heading: "page" },
    { key: "bytes", heading: "bytes" },
    { key: "score", heading: "score" },
  ];
  const rows = [
    { part: "weight", page: "front", bytes: 19000 },
    { part: "lighthouse", page: "front", score: 100 },
    { part: "weight", page: "article", bytes: 21000 },
  ];
  expect(formatTables(columns, rows).split("\n\n")).toEqual([
    formatTable(columns.slice(0, 2), [rows[0] ?? {}, rows[2] ?? {}]),
    formatTable(
      columns.filter(({ key }) => key !== "bytes"),
      [rows[1] ?? {}],
    ),
  ]);
  expect(formatTables(columns, [{ page: "front" }])).toBe(
    formatTable(columns, [{ page: "front" }]),
  );
});
