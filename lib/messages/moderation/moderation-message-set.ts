import type { CommentAct, LoggedAct } from "@/lib/discussion/acts";
import type { CommentStatus } from "@/lib/discussion/comment";

/** Every string that a moderator meets, in one language. */
export interface ModerationMessageSet {
  title: string;
  parts: { queue: string; blocks: string; log: string };
  partsLabel: string;
  statuses: Record<CommentStatus, string>;
  all: string;
  statusesLabel: string;
  search: { label: string; hint: string; go: string; clear: string };
  /** "12 comments". */
  count(count: number): string;
  none: string;
  ofPost: string;
  /** In place of a post's title where the post is no longer public. */
  noPost: string;
  inReplyTo: string;
  answers(count: number): string;
  ofWriter(all: number, visible: number): string;
  firstOfWriter: string;
  address: string;
  addressIsBlocked: string;
  threadIsClosed: string;
  deleted: string;
  history: string;
  choose(name: string): string;
  chooseAll: string;
  acts: Record<CommentAct, string>;
  /** Of the buttons for all chosen ones. */
  withChosen: string;
  /** Of the buttons for all that match, also on other pages. */
  withAll(most: number): string;
  more: string;
  done: Record<CommentAct, (count: number) => string>;
  /** Of those that were to be changed, some were not. */
  notDone(count: number): string;
  nothingChosen: string;
  confirmDelete(count: number): string;
  confirmDeleteHint: string;
  cancel: string;
  keys: {
    title: string;
    next: string;
    previous: string;
    choose: string;
    search: string;
    help: string;
    isOn: string;
  };
  login: {
    title: string;
    password: string;
    name: string;
    nameHint: string;
    go: string;
    wrong: string;
    /** @param minutes until the next try */
    throttled(minutes: number): string;
    crossSite: string;
    unreadable: string;
  };
  loggedInAs(name: string): string;
  logout: string;
  unavailable: string;
  blocks: {
    words: string;
    wordsHint: string;
    word: string;
    add: string;
    added(word: string): string;
    known(word: string): string;
    missing: string;
    addresses: string;
    addressesHint: string;
    closed: string;
    closedHint: string;
    post: string;
    noPost: string;
    none: string;
    remove: string;
    removed: string;
    reopen: string;
  };
  log: {
    none: string;
    when: string;
    who: string;
    what: string;
    which: string;
    comment: string;
    acts: Record<LoggedAct, string>;
  };
}
