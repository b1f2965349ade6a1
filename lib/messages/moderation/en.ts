import type { ModerationMessageSet } from "@/lib/messages/moderation/moderation-message-set";

const figure = new Intl.NumberFormat("en").format;

/** What is counted no further than it matters. */
const some = (count: number) => (count > 100 ? "100+" : figure(count));

const comments = (count: number) => `${figure(count)} ${count === 1 ? "comment" : "comments"}`;

export const en: ModerationMessageSet = {
  title: "Moderate comments",
  parts: { queue: "Comments", blocks: "Blocks", log: "Log" },
  partsLabel: "Parts of moderation",
  statuses: {
    held: "Waiting",
    visible: "Visible",
    hidden: "Hidden",
    spam: "Spam",
    deleted: "Deleted",
  },
  all: "All",
  statusesLabel: "Comments by status",
  search: {
    label: "Search",
    hint: "Words of a comment, a name or a post's title",
    go: "Search",
    clear: "Show all",
  },
  count: comments,
  none: "There is nothing here.",
  ofPost: "on",
  noPost: "a post that is not public",
  inReplyTo: "in reply to",
  answers: (count) => `${some(count)} ${count === 1 ? "reply" : "replies"}`,
  ofWriter: (all, visible) =>
    `${some(all)} ${all === 1 ? "comment" : "comments"} from this browser, ${some(visible)} visible`,
  firstOfWriter: "first comment from this browser",
  address: "Address",
  addressIsBlocked: "address is blocked",
  threadIsClosed: "thread is closed",
  deleted: "Words and name were deleted for good.",
  history: "History",
  choose: (name) => `Choose the comment by ${name}`,
  chooseAll: "Choose all",
  acts: {
    approve: "Approve",
    hide: "Hide",
    spam: "Spam",
    delete: "Delete",
    block: "Block address",
    close: "Close thread",
    open: "Reopen thread",
  },
  withChosen: "With the chosen ones",
  more: "More",
  done: {
    approve: (count) => `${comments(count)} approved.`,
    hide: (count) => `${comments(count)} hidden.`,
    spam: (count) => `${comments(count)} marked as spam.`,
    delete: (count) => `${comments(count)} deleted for good.`,
    block: (count) => `${figure(count)} ${count === 1 ? "address" : "addresses"} blocked.`,
    close: () => "The thread is closed.",
    open: () => "The thread is open again.",
  },
  notDone: (count) =>
    `${comments(count)} left as before: changed in the meantime, or there was nothing to do. Please look again.`,
  nothingChosen: "Please choose at least one comment first.",
  confirmDelete: (count) =>
    count === 1 ? "Delete this comment for good?" : `Delete these ${comments(count)} for good?`,
  confirmDeleteHint:
    "Words, name, e-mail and website are erased and can't be brought back; replies stay. Hiding can be undone.",
  cancel: "Cancel",
  keys: {
    title: "Keyboard",
    next: "next comment",
    previous: "previous comment",
    choose: "choose the comment",
    search: "search",
    help: "show or hide this list",
    isOn: "Use these keys",
  },
  login: {
    title: "Log in to moderate",
    password: "Password",
    name: "Your name",
    nameHint: "For the log: who did what.",
    go: "Log in",
    wrong: "That is not the password.",
    throttled: (minutes) =>
      `Too many tries. Please wait ${figure(minutes)} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    crossSite: "The form was sent from another site. Nothing was changed.",
    unreadable: "The form arrived damaged. Please send it again.",
  },
  loggedInAs: (name) => `Logged in as ${name}`,
  logout: "Log out",
  unavailable: "The comments' database can't be reached just now. Please try again in a moment.",
  blocks: {
    words: "Blocked words",
    wordsHint:
      "A comment that holds one of them, in its text, name, e-mail or website, waits for a moderator.",
    word: "Word or phrase",
    add: "Block",
    added: (word) => `“${word}” is blocked.`,
    known: (word) => `“${word}” was blocked already.`,
    missing: "Please write a word of 2 to 100 characters.",
    addresses: "Blocked addresses",
    addressesHint:
      "Nothing can be posted from them. Addresses are known by keyed hashes alone, which are forgotten after three months.",
    closed: "Closed threads",
    closedHint: "Posts that moderators have closed to comments.",
    none: "None.",
    remove: "Unblock",
    removed: "The block is lifted.",
    reopen: "Reopen",
  },
  log: {
    none: "Nothing has been done yet.",
    when: "When",
    who: "Who",
    what: "What",
    which: "Which",
    comment: "Comment",
    acts: {
      approve: "approved",
      hide: "hidden",
      spam: "marked as spam",
      delete: "deleted",
      "block-address": "address blocked",
      "block-word": "word blocked",
      "unblock-address": "address unblocked",
      "unblock-word": "word unblocked",
      "close-thread": "thread closed",
      "open-thread": "thread reopened",
      "log-in": "logged in",
      import: "comments imported",
      erase: "erased on request",
    },
  },
};
