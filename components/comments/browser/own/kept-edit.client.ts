import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import type { OwnComment } from "@/components/comments/browser/own/save-edit.client";

/** The change that was typed last: one at a time, so that what is never finished doesn't add up. */
const editKey = "masthead-comment-edit";

/** What was typed into a comment and not saved yet. */
export function readKeptEdit(id: string): string | undefined {
  const kept = readKept(editKey);
  return kept.id === id ? kept.text : undefined;
}

/** @param typed nothing is kept where it is what the comment says anyway */
export const keepEdit = ({ id, text }: OwnComment, typed: string): void =>
  keep(editKey, typed === text ? {} : { id, text: typed });

export const forgetEdit = (): void => keep(editKey, {});
