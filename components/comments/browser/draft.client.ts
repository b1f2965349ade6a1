import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import { controlOf, titleOf } from "@/components/comments/browser/markup.client";

const writerKey = "masthead-comment-writer";
const textKey = (postId: string) => `masthead-comment-draft:${postId}`;

export interface KeptDraft {
  /** The comment that the kept text answers, and how the form was headed then; without an id it answers the post. */
  answered: { id: string; title: string };
  /** Keeps what the form says now. */
  keep(): void;
  /**
   * A text has been posted; who wrote it stays for the next time.
   * @returns whether the form is empty now: not if something else has been typed in the meantime
   */
  forget(posted: string): boolean;
}

/** Keeps what is being typed in the browser, so that a closed window or a dead battery costs nothing. */
export function keepDraft(form: HTMLFormElement, signal: AbortSignal): KeptDraft {
  const postId = controlOf(form, "post").value;
  const text = controlOf(form, "text");
  const parent = controlOf(form, "parent");
  const writer = ["name", "email", "website"].map((name) => controlOf(form, name));

  const kept: Record<string, string> = readKept(textKey(postId));
  const filledIn: Record<string, string> = { ...readKept(writerKey), text: kept.text ?? "" };
  for (const control of [text, ...writer]) {
    // What the browser itself has brought back is younger.
    if (control.value === "") control.value = filledIn[control.name] ?? "";
  }
  const keepText = () => {
    const title = titleOf(form)?.textContent ?? "";
    const draft = { text: text.value, parent: parent.value, title };
    keep(textKey(postId), text.value === "" ? {} : draft);
  };
  form.addEventListener(
    "input",
    () => {
      keepText();
      keep(writerKey, Object.fromEntries(writer.map(({ name, value }) => [name, value])));
    },
    { signal },
  );
  const isKept = kept.text !== undefined && text.value === kept.text;
  return {
    answered: {
      id: parent.value || (isKept && kept.parent) || "",
      title: kept.title ?? "",
    },
    keep: keepText,
    forget: (posted) => {
      if (text.value === posted) text.value = "";
      keepText();
      return text.value === "";
    },
  };
}
