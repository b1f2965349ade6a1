import type { Element, Properties } from "hast";
import { h } from "@/lib/comments/markup/h";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import type { Block } from "@/lib/comments/store/blocks";
import { dateFormat } from "@/lib/dates/format-date";
import { moderationMessages } from "@/lib/messages/moderation/moderation-messages";
import type { ThreadPost } from "@/lib/publication";
import { moderationBlocksUrl, postUrl } from "@/lib/urls";

const messages = moderationMessages.blocks;

export interface BlocksPage {
  blocks: readonly Block[];
  closed: readonly { postId: string; closedAt: string; post: ThreadPost | undefined }[];
  moderator: Moderator;
  message?: string | undefined;
  /** A word that was refused. */
  typed?: string | undefined;
  /** A post that could not be found. */
  typedPost?: string | undefined;
}

/** Words, addresses and threads that are closed, each with the way to open it again. */
export const buildBlocksPage = ({
  blocks,
  closed,
  moderator,
  message,
  typed,
  typedPost,
}: BlocksPage): string =>
  buildModerationPage(
    {
      title: moderationMessages.parts.blocks,
      part: "blocks",
      moderator,
      message,
      isAlert: typed !== undefined || typedPost !== undefined,
    },
    h("h2", {}, messages.words),
    h("p", { id: "word-hint" }, messages.wordsHint),
    buildForm("word", {
      typed,
      intent: "block",
      label: messages.word,
      button: messages.add,
      bounds: { minLength: 2, maxLength: 100 },
    }),
    buildBlocks(blocks, "word"),
    h("h2", {}, messages.addresses),
    h("p", {}, messages.addressesHint),
    buildBlocks(blocks, "address"),
    h("h2", {}, messages.closed),
    h("p", { id: "post-hint" }, messages.closedHint),
    buildForm("post", {
      typed: typedPost,
      intent: "close",
      label: messages.post,
      button: moderationMessages.acts.close,
      bounds: { maxLength: 2000 },
    }),
    buildList(
      closed.map(({ postId, closedAt, post }) => ({
        value: postId,
        at: closedAt,
        intent: "open",
        button: messages.reopen,
        label: post
          ? h("a", { href: postUrl(post.slug), lang: post.lang }, post.title)
          : h("span", {}, postId),
      })),
    ),
  );

interface FormContent {
  /** What was refused. */
  typed: string | undefined;
  intent: string;
  label: string;
  button: string;
  bounds: Properties;
}

/** A form of one field; what it is for stands above it. */
const buildForm = (name: string, { typed, intent, label, button, bounds }: FormContent): Element =>
  h(
    "form",
    { method: "post", action: moderationBlocksUrl, className: ["desk-search"] },
    h("input", { type: "hidden", name: "intent", value: intent }),
    h(
      "div",
      { className: ["comment-field"] },
      h("label", { htmlFor: [name] }, label),
      h("input", {
        ...bounds,
        id: name,
        name,
        value: typed ?? "",
        required: true,
        ariaDescribedBy: [`${name}-hint`],
        ...(typed === undefined ? {} : { ariaInvalid: "true" }),
      }),
    ),
    h("button", { className: ["button"] }, button),
  );

const buildBlocks = (blocks: readonly Block[], kind: Block["kind"]): Element =>
  buildList(
    blocks
      .filter((block) => block.kind === kind)
      .map(({ value, createdAt }) => ({
        value,
        at: createdAt,
        intent: `unblock-${kind}`,
        button: messages.remove,
        label: kind === "word" ? h("bdi", {}, value) : h("code", {}, value),
      })),
  );

interface Line {
  value: string;
  at: string;
  intent: string;
  button: string;
  label: Element;
}

const buildList = (lines: readonly Line[]): Element =>
  lines.length === 0
    ? h("p", { className: ["comments-none"] }, messages.none)
    : h(
        "ul",
        { className: ["comment-list"] },
        lines.map(({ value, at, intent, button, label }, index) =>
          h(
            "li",
            { className: ["desk-line"] },
            h("span", { id: `${intent}-${index}` }, label),
            " ",
            h("time", { dateTime: at, className: ["desk-fact"] }, dateFormat.dateTime(at)),
            h(
              "form",
              { method: "post", action: moderationBlocksUrl },
              h("input", { type: "hidden", name: "value", value }),
              h(
                "button",
                {
                  className: ["button"],
                  name: "intent",
                  value: intent,
                  ariaDescribedBy: [`${intent}-${index}`],
                },
                button,
              ),
            ),
          ),
        ),
      );
