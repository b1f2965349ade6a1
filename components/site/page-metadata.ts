import type { Metadata } from "next";
import { findSite } from "@/lib/queries/settings";

interface PageDescription {
  title: string;
  description?: string;
  /** The page's one address, from the root. */
  path: string;
}

/** What every page tells search engines and the services that show previews of links. */
export async function pageMetadata({
  title,
  description,
  path,
}: PageDescription): Promise<Metadata> {
  const { settings } = await findSite();
  const described = description || settings.description;
  return {
    title,
    ...(described ? { description: described } : {}),
    alternates: { canonical: path },
    openGraph: {
      type: "website",
      siteName: settings.name,
      locale: settings.language.replace("-", "_"),
      title,
      ...(described ? { description: described } : {}),
      url: path,
    },
  };
}

/** For an address with nothing behind it. */
export async function notFoundMetadata(): Promise<Metadata> {
  const { messages } = await findSite();
  return { title: messages.notFound.title, robots: { index: false } };
}
