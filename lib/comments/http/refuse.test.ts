import { expect, it } from "vitest";
import { sayProblems } from "@/lib/comments/http/refuse";
import { longest } from "@/lib/comments/read-draft";
import { createTemporaryService } from "@/lib/comments/temporary-service";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";

const messages = commentMessagesIn("zh-Hans");

it("a field that is too long is told how long it may be itself", async () => {
  const service = await createTemporaryService({ maxLength: 5000 });
  const problems = { name: "too-long", website: "too-long", text: "too-long" } as const;
  const tooLong = (maxLength: number) => messages.problems["too-long"]({ maxLength, maxLinks: 0 });
  expect(sayProblems(problems, service)).toEqual({
    name: tooLong(longest.name),
    website: tooLong(longest.website),
    text: tooLong(5000),
  });
});
