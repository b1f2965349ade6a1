import type { ReactNode } from "react";
import type { PostSummary } from "@/lib/publication";

interface TitleGroupProps {
  post: PostSummary;
  /** The heading that holds the title. */
  children: ReactNode;
}

/** A post's title with the line under it, where it has one. */
export function TitleGroup({ post, children }: TitleGroupProps) {
  return (
    <hgroup>
      {children}
      {post.subtitle && (
        <p lang={post.lang} className="subtitle">
          {post.subtitle}
        </p>
      )}
    </hgroup>
  );
}
