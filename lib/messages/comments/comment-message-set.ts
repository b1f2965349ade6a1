import type { FieldProblem, WrittenField } from "@/lib/discussion/draft-fields";
import type { RefusalReason } from "@/lib/discussion/refusal";

/** Every string of the comments that a reader meets, in one language. */
export interface CommentMessageSet {
  title: string;
  /** "12 comments". */
  count(count: number): string;
  none: string;
  closed: string;
  /** In place of all comments, while their database can't be read. */
  unavailable: string;
  /** In place of a comment that is gone. */
  gone: string;
  edited: string;
  /** Before a name: "in reply to". */
  inReplyTo: string;
  /** Where the name isn't on the page. */
  earlierComment: string;
  reply: string;
  /** For those who hear the page: which comment a link answers. */
  replyTo(name: string): string;
  write: string;
  fields: Record<WrittenField, string>;
  optional: string;
  emailHint: string;
  /** What the subset of Markdown can do. */
  textHint: string;
  /** The field that is out of sight. */
  trap: string;
  preview: string;
  previewTitle: string;
  post: string;
  posting: string;
  cancel: string;
  /** After a comment was taken: it can be read, or waits. */
  published: string;
  held: string;
  /** The mark on an own comment that waits. */
  awaiting: string;
  /** Without a script: the page that lists what this browser wrote. */
  mine: { title: string; link: string; none: string };
  edit: string;
  save: string;
  saved: string;
  delete: string;
  confirmDelete: string;
  deleted: string;
  backToPost: string;
  /** Headline of a form that comes back. */
  notPosted: string;
  /** After word that the answered comment is gone: what posting once more does. */
  nowAnswersPost: string;
  /** Where the server could not be reached. */
  offline: string;
  /** While a browser proves work. */
  proving: string;
  /** The button that loads comments of another provider. */
  load: string;
  problems: Record<FieldProblem, (bounds: { maxLength: number; maxLinks: number }) => string>;
  refusals: Record<Exclude<RefusalReason, "fields">, string>;
}
