import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildThreadHtml } from "@/lib/comments/markup/thread-markup";
import type { ThreadComment } from "@/lib/discussion/comment";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";

const messages = commentMessagesIn("zh-Hans");

const comment = (id: string, given: Partial<ThreadComment> = {}): ThreadComment => ({
  id,
  depth: 0,
  createdAt: "2024-05-01T01:02:03.000Z",
  content: { name: `Name ${id}`, text: `Text ${id}`, edited: false },
  ...given,
});

const render = (...comments: ThreadComment[]) => buildThreadHtml(comments, { isOpen: true });

describe("a thread", () => {
  it("says which comment an answer answers, aloud where it can't be seen", () => {
    const html = render(
      comment("a"),
      comment("b", { depth: 1, parentId: "a" }),
      comment("c", { depth: 1, parentId: "a" }),
      comment("d", { depth: 1, parentId: "elsewhere" }),
    );
    const link = `<a href="#comment-a"><bdi>Name a</bdi></a></span>`;
    expect(html).toContain(`<span class="comment-parent-above">${messages.inReplyTo} ${link}`);
    expect(html).toContain(`<span class="comment-parent">${messages.inReplyTo} ${link}`);
    expect(html).toContain(
      `<a href="/comments/elsewhere" rel="nofollow"><bdi>${messages.earlierComment}</bdi></a>`,
    );
  });

  it("keeps the place of what is gone, and nothing of it", () => {
    const { content: _, ...gone } = comment("a");
    expect(render(gone, comment("b", { depth: 1, parentId: "a" }))).toContain(messages.gone);
  });

  it("takes no answers once it is closed", () => {
    expect(render(comment("a"))).toContain("/api/comments?reply=a");
    expect(buildThreadHtml([comment("a")], { isOpen: false })).not.toContain("/api/comments");
  });

  it("keeps names and addresses what they are", () => {
    const content = {
      name: '"><script>alert(1)</script>',
      website: "https://a.example/?q=%22%3E&b=1",
      text: "x",
      edited: true,
    };
    const html = render(comment("a", { content }));
    expect(html).toContain(
      '<a href="https://a.example/?q=%22%3E&#x26;b=1" rel="nofollow ugc noopener noreferrer">">&#x3C;script>',
    );
    expect(html).not.toContain("<script");
    expect(html).toContain(messages.edited);
  });

  it("of fifty comments is a small part of a page", () => {
    const comments = Array.from({ length: 50 }, (_, index) =>
      comment(`01hf00000${String(index).padStart(5, "0")}`, {
        content: { name: `读者 ${index}`, text: textOf(index), edited: false },
      }),
    );
    const html = buildThreadHtml(comments, { isOpen: true });
    // Markup and Flight data.
    expect(gzipSync(html + JSON.stringify(html)).length).toBeLessThan(30_000);
  });
});

/** Two hundred characters that don't repeat. */
const textOf = (seed: number) =>
  Array.from({ length: 200 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((seed * 7919 + index * 104_729) % 8000)),
  ).join("");
