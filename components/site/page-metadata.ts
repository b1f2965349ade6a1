import type { Metadata } from "next";
import { messages } from "@/lib/messages/messages";
import { settings } from "@/lib/settings";

interface PageDescription {
  title: string;
  description?: string;
  /** The page's one address, from the root. */
  path: string;
}

/** What every page tells search engines and the services that show previews of links. */
export function pageMetadata({ title, description, path }: PageDescription): Metadata {
  return {
    title,
    description: description || settings.description,
    alternates: { canonical: path },
    openGraph: {
      type: "website",
      siteName: settings.name,
      locale: settings.language.replace("-", "_"),
      title,
      description: description || settings.description,
      url: path,
    },
  };
}

/** For an address with nothing behind it. */
export const notFoundMetadata: Metadata = {
  title: messages.notFound.title,
  robots: { index: false },
};
