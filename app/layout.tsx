import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { AccentSheet } from "@/components/site/accent-sheet";
import { Masthead } from "@/components/site/masthead";
import { SiteFooter } from "@/components/site/site-footer";
import { contentId, SkipLink } from "@/components/site/skip-link";
import { environment } from "@/lib/environment";
import { findSite } from "@/lib/queries/settings";
import { iconUrl } from "@/lib/urls";

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await findSite();
  const { name, description } = settings;
  return {
    metadataBase: new URL(environment.siteUrl),
    title: { default: name, template: `%s · ${name}` },
    ...(description ? { description } : {}),
    icons: { icon: iconUrl(settings) },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#14181c" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const { settings } = await findSite();
  const { analytics } = environment;
  return (
    <html lang={settings.language}>
      <body>
        <AccentSheet accent={settings.accent} />
        <SkipLink />
        <Masthead />
        <main id={contentId} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        {analytics && <script defer src={analytics.script} {...analytics.attributes} />}
      </body>
    </html>
  );
}
