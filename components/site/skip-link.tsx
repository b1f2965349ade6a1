import { findSite } from "@/lib/queries/settings";

export const contentId = "content";

/** First stop of the keyboard: past the masthead, to the page itself. */
export async function SkipLink() {
  const { messages } = await findSite();
  return (
    <a href={`#${contentId}`} className="skip-link">
      {messages.skipToContent}
    </a>
  );
}
