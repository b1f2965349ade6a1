import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { moderate } from "@/lib/comments/moderation/moderate";
import { createTemporaryModeration } from "@/lib/comments/moderation/temporary-moderation";
import { readAuditLog } from "@/lib/comments/store/audit-log";
import { deleteBlock, readBlocks } from "@/lib/comments/store/blocks";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { eraseComments } from "@/lib/comments/store/erase-comments";
import { createTemporaryAddress } from "@/lib/comments/store/temporary-comments";
import { SubmissionQueue } from "@/lib/comments/submission-queue";
import { sender } from "@/lib/comments/temporary-service";

async function createService() {
  const url = await createTemporaryAddress();
  const store = await openCommentsDatabase({ url });
  onTestFinished(() => store.close());
  const service = await createTemporaryModeration();
  const queue = new SubmissionQueue(store, service.settings);
  return { ...service, store, queue, folder: path.dirname(url.replace(/^file:/, "")) };
}

const actor = { actor: "test" };

it.skipIf(process.env.SQLD_PATH)("what is erased is no longer on the disk", async () => {
  const service = await createService();
  const words = "words that somebody wants to be forgotten ".repeat(100);
  const fields = { post: "open", name: "A Reader", text: words };
  const created = await createComment(service, fields, sender("a"));
  if (!created.ok) throw new Error(created.refusal.reason);
  const bytes = () =>
    readdirSync(service.folder).map((file) =>
      readFileSync(path.join(service.folder, file), "utf8"),
    );
  expect(bytes().join()).toContain("somebody wants");
  await eraseComments(service.store, [created.id], service.now());
  expect(bytes().join()).not.toContain("somebody wants");
});

it("the log names an address by the beginning of its hash, and forgets it with the comment", async () => {
  const service = await createService();
  const fields = { post: "open", name: "A Reader", text: "Words" };
  const created = await createComment(service, fields, sender("a"));
  if (!created.ok) throw new Error(created.refusal.reason);
  const { id } = created;
  await moderate(service, actor, { act: "block", seen: [{ id, version: 1 }] });
  const [block] = await readBlocks(service.store);
  if (!block) throw new Error("no block");
  const beginning = block.value.split(".")[1]?.slice(0, 8);
  await deleteBlock(service.store, block, "test", service.now());
  const details = async () =>
    (await readAuditLog(service.store, { page: 1, pageSize: 10 })).lines.map(
      ({ action, detail }) => `${action} ${detail}`,
    );
  expect(await details()).toEqual([`unblock-address ${beginning}`, `block-address ${beginning}`]);
  await eraseComments(service.store, [id], service.now());
  expect(await details()).toEqual(["erase ", `unblock-address ${beginning}`, "block-address "]);
});
