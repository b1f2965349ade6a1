import { expect, test } from "vitest";
import { formatTable } from "@/lib/bench/table";

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
