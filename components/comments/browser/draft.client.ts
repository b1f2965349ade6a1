import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import { controlOf } from "@/components/comments/browser/markup.client";

const writerKey = "masthead-comment-writer";
const textKey = (postId: string) => `masthead-comment-draft:${postId}`;

export interface KeptDraft {
  /** The text has been posted; who wrote it stays for the next time. */
  forget(): void;
}

/** Keeps what is being typed in the browser, so that a closed window or a dead battery costs nothing. */
export function keepDraft(form: HTMLFormElement, signal: AbortSignal): KeptDraft {
  const postId = controlOf(form, "post").value;
  const text = controlOf(form, "text");
  const writer = ["name", "email", "website"].map((name) => controlOf(form, name));

  const kept = { ...readKept(writerKey), ...readKept(textKey(postId)) };
  for (const control of [text, ...writer]) {
    // What the browser itself has brought back is younger.
    if (control.value === "") control.value = kept[control.name] ?? "";
  }
  form.addEventListener(
    "input",
    () => {
      keep(textKey(postId), { text: text.value });
      keep(writerKey, Object.fromEntries(writer.map(({ name, value }) => [name, value])));
    },
    { signal },
  );
  return {
    forget: () => {
      text.value = "";
      keep(textKey(postId), { text: "" });
    },
  };
}
