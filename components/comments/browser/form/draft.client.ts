import { controlOf, titleOf } from "@/components/comments/browser/form/form-parts.client";
import { keep, readKept } from "@/components/comments/browser/local-storage.client";

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
export function keepDraft(form: HTMLFormElement): KeptDraft {
  const key = textKey(controlOf(form, "post").value);
  const text = controlOf(form, "text");
  const parent = controlOf(form, "parent");
  const writer = ["name", "email", "website"].map((name) => controlOf(form, name));

  const kept = readKept(key);
  fillIn([text, ...writer], { ...readKept(writerKey), text: kept.text ?? "" });
  const keepText = () => {
    const title = titleOf(form)?.textContent ?? "";
    const draft = { text: text.value, parent: parent.value, title };
    keep(key, text.value === "" ? {} : draft);
  };
  const keepAll = () => {
    keepText();
    keep(writerKey, Object.fromEntries(writer.map(({ name, value }) => [name, value])));
  };
  form.addEventListener("input", keepAll);
  const isKept = kept.text !== undefined && text.value === kept.text;
  return {
    answered: { id: parent.value || (isKept && kept.parent) || "", title: kept.title ?? "" },
    keep: keepText,
    forget: (posted) => {
      if (text.value === posted) text.value = "";
      keepText();
      return text.value === "";
    },
  };
}

/** What the browser itself has brought back is younger, and stays. */
function fillIn(
  controls: readonly { name: string; value: string }[],
  kept: Readonly<Record<string, string>>,
): void {
  for (const control of controls) {
    if (control.value === "") control.value = kept[control.name] ?? "";
  }
}
