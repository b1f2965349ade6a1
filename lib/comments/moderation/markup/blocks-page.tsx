/** @jsxImportSource hastscript */

import type { Properties, Result } from "hastscript";
import { editionDates, moderationWords } from "@/lib/comments/edition";
import { buildHidden } from "@/lib/comments/markup/page-pieces";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import type { Block } from "@/lib/comments/store/blocks";
import type { ThreadPost } from "@/lib/publication";
import { moderationBlocksUrl, postUrl } from "@/lib/urls";

const words = () => moderationWords().blocks;

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
export const buildBlocksPage = (page: BlocksPage): string =>
  buildModerationPage(
    {
      title: moderationWords().parts.blocks,
      part: "blocks",
      moderator: page.moderator,
      message: page.message,
      isAlert: page.typed !== undefined || page.typedPost !== undefined,
    },
    <>
      {buildWords(page)}
      {buildAddresses(page)}
      {buildClosed(page)}
    </>,
  );

const buildWords = ({ blocks, typed }: BlocksPage) => (
  <>
    <h2>{words().words}</h2>
    <p id="word-hint">{words().wordsHint}</p>
    {buildForm("word", {
      typed,
      intent: "block",
      label: words().word,
      button: words().add,
      bounds: { minLength: 2, maxLength: 100 },
    })}
    {buildBlocks(blocks, "word")}
  </>
);

const buildAddresses = ({ blocks }: BlocksPage) => (
  <>
    <h2>{words().addresses}</h2>
    <p>{words().addressesHint}</p>
    {buildBlocks(blocks, "address")}
  </>
);

const buildClosed = ({ closed, typedPost }: BlocksPage) => (
  <>
    <h2>{words().closed}</h2>
    <p id="post-hint">{words().closedHint}</p>
    {buildForm("post", {
      typed: typedPost,
      intent: "close",
      label: words().post,
      button: moderationWords().acts.close,
      bounds: { maxLength: 2000 },
    })}
    {buildList(
      closed.map(({ postId, closedAt, post }) => ({
        value: postId,
        at: closedAt,
        intent: "open",
        button: words().reopen,
        label: post ? buildPost(post) : <span>{postId}</span>,
      })),
    )}
  </>
);

const buildPost = ({ slug, lang, title }: ThreadPost) => (
  <a href={postUrl(slug)} lang={lang}>
    {title}
  </a>
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
const buildForm = (name: string, { typed, intent, label, button, bounds }: FormContent) => (
  <form method="post" action={moderationBlocksUrl} className="desk-search">
    {buildHidden("intent", intent)}
    <div className="comment-field">
      <label htmlFor={name}>{label}</label>
      <input
        {...bounds}
        id={name}
        name={name}
        value={typed ?? ""}
        required
        aria-describedby={`${name}-hint`}
        aria-invalid={typed === undefined ? undefined : "true"}
      />
    </div>
    <button className="button">{button}</button>
  </form>
);

const buildBlocks = (blocks: readonly Block[], kind: Block["kind"]) =>
  buildList(
    blocks
      .filter((block) => block.kind === kind)
      .map(({ value, createdAt }) => ({
        value,
        at: createdAt,
        intent: `unblock-${kind}`,
        button: words().remove,
        label: kind === "word" ? <bdi>{value}</bdi> : <code>{value}</code>,
      })),
  );

interface Line {
  value: string;
  at: string;
  intent: string;
  button: string;
  label: Result;
}

const buildList = (lines: readonly Line[]) =>
  lines.length === 0 ? (
    <p className="comments-none">{words().none}</p>
  ) : (
    <ul className="comment-list">{lines.map(buildLine)}</ul>
  );

function buildLine({ value, at, intent, button, label }: Line, index: number) {
  const id = `${intent}-${index}`;
  return (
    <li className="desk-line">
      <span id={id}>{label}</span>{" "}
      <time dateTime={at} className="desk-fact">
        {editionDates().dateTime(at)}
      </time>
      <form method="post" action={moderationBlocksUrl}>
        {buildHidden("value", value)}
        <button className="button" name="intent" value={intent} aria-describedby={id}>
          {button}
        </button>
      </form>
    </li>
  );
}
