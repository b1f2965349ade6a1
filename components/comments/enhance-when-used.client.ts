import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";
import { type Language, languageOfDocument } from "@/lib/text/languages";

/** The words of one language are all that a page needs. */
const words: Record<Language, () => Promise<CommentMessageSet>> = {
  "zh-Hans": async () => (await import("@/lib/messages/comments/zh-hans")).zhHans,
  "zh-Hant": async () => (await import("@/lib/messages/comments/zh-hant")).zhHant,
  en: async () => (await import("@/lib/messages/comments/en")).en,
};

/** What a reader uses. */
const controls = ".comment-form, .comment-reply";

/** How the names of all that we keep in a browser begin. */
const keptPrefix = "masthead-comment";

/**
 * Most readers of comments write none: the code for it is fetched when a pointer or the focus comes to the form or to a
 * link that answers, and at once for a reader who has written here before. A press that comes meanwhile waits for it. Where
 * the code can't be had, the form and the links do what they do without a script.
 */
export function enhanceWhenUsed(section: HTMLElement): void {
  const form = section.querySelector<HTMLFormElement>(".comment-form");
  if (!form) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  let pressAgain = () => {};
  let isLoading = false;

  async function load() {
    if (isLoading) return;
    isLoading = true;
    const loaded = await Promise.all([
      import("@/components/comments/enhance-comments.client"),
      words[languageOfDocument(document)](),
    ]).catch((reason: unknown) => {
      // The page is of an older build, or the connection is gone.
      console.warn("comments go on without a script", reason);
    });
    waiting.abort();
    if (loaded) {
      const [{ enhanceComments }, messages] = loaded;
      enhanceComments(section, messages);
    }
    pressAgain();
  }

  const loadIfUsed = ({ target }: Event) => {
    if (target instanceof Element && target.closest(controls)) void load();
  };
  const hold = (event: Event, press: () => void) => {
    event.preventDefault();
    pressAgain = press;
    void load();
  };
  section.addEventListener("pointerover", loadIfUsed, { signal });
  section.addEventListener("focusin", loadIfUsed, { signal });
  section.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a.comment-reply");
      if (!(link instanceof HTMLElement) || isForNewTab(event)) return;
      hold(event, () => link.click());
    },
    { signal },
  );
  form.addEventListener(
    "submit",
    (event) => {
      // The first button is the one that Enter presses.
      const button = event.submitter ?? form.querySelector<HTMLElement>("button");
      hold(event, () => button?.click());
    },
    { signal },
  );
  if (hasWritten() || form.querySelector("textarea")?.value) void load();
}

/** With a key held down a link is for a new tab or window, and leads to a form there. */
const isForNewTab = ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => ctrlKey || metaKey || shiftKey;

function hasWritten(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(keptPrefix));
  } catch {
    // Storage that is forbidden holds nothing.
    return false;
  }
}
