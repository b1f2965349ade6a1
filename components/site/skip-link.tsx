import { messages } from "@/lib/messages/messages";

export const contentId = "content";

/** First stop of the keyboard: past the masthead, to the page itself. */
export function SkipLink() {
  return (
    <a href={`#${contentId}`} className="skip-link">
      {messages.skipToContent}
    </a>
  );
}
