import { expect, it } from "vitest";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { insertSurroundings, readLinesAfter } from "@/lib/comments/store/transfer-comments";

it("lines of the log are brought in once, and those that are alike stay as many as they were", async () => {
  const client = await createTemporaryComments();
  const line = {
    at: "2024-05-01T00:00:00.000Z",
    actor: "林",
    action: "block-word",
    detail: "casino",
  };
  const log = [line, line, { ...line, commentId: "01hf000000abcd" }, { ...line, actor: "海" }];
  for (let run = 0; run < 2; run += 1) {
    await insertSurroundings(client, { closedThreads: [], blocks: [], log });
  }
  const lines = await readLinesAfter(client, 0, 10);
  expect(lines.map(({ id, ...rest }) => rest)).toEqual(log);
});
