import { InternalLink } from "@/components/links/internal-link";
import type { MessageSet } from "@/lib/messages/message-set";
import { archiveUrl, frontPageUrl } from "@/lib/urls";

export function NotFoundNotice({ words }: { words: MessageSet["notFound"] }) {
  const { title, text, home, archive } = words;
  return (
    <div className="notice">
      <p className="notice-code">404</p>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="notice-actions">
        <InternalLink href={frontPageUrl} className="button">
          {home}
        </InternalLink>
        <InternalLink href={archiveUrl} className="button">
          {archive}
        </InternalLink>
      </p>
    </div>
  );
}
