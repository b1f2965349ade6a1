import { expect, it } from "vitest";
import { removeFiles } from "@/lib/store/file-changes";
import { countPosts, readMonths } from "@/lib/store/read-posts";
import { settle } from "@/lib/store/settle";
import { addPosts, createTemporaryStore, now, postRecord } from "@/lib/store/temporary-store";

it("months are counted again when posts come, change their date, are held back, come due or go", async () => {
  const client = await createTemporaryStore();
  const months = async () =>
    (await readMonths(client)).map(({ year, month, count }) => `${year}-${month}: ${count}`);
  const [a, b, c] = ["a", "b", "c"].map((id) => postRecord(id, { day: "2023-10-28" }));
  if (!a || !b || !c) throw new Error("three posts");
  await addPosts(client, [a, b, c]);
  expect(await months()).toEqual(["2023-10: 3"]);

  await addPosts(client, [postRecord("a", { day: "2023-09-01" }), { ...b, draft: true }]);
  expect(await months()).toEqual(["2023-10: 1", "2023-9: 1"]);
  expect(await countPosts(client)).toBe(2);

  await addPosts(client, [postRecord("d", { day: "2024-01-02" })]);
  await removeFiles(client, ["c.md"]);
  await settle(client, now);
  expect(await months()).toEqual(["2023-9: 1"]);

  await settle(client, Date.parse("2024-01-03"));
  expect(await months()).toEqual(["2024-1: 1", "2023-9: 1"]);
});
