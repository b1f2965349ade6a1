import type { ReactNode } from "react";
import type { Post } from "@/lib/publication";

export interface CommentsProps {
  post: Pick<Post, "id" | "slug" | "title" | "date">;
  /** Of the discussion, from 1. Providers that page by themselves only know page 1. */
  page: number;
}

/** Shows the discussion under a post that is open to comments. One file for each provider. */
export type CommentProviderComponent = (props: CommentsProps) => ReactNode | Promise<ReactNode>;
