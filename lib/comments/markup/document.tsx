/** @jsxImportSource hastscript */
import { toHtml } from "hast-util-to-html";
import type { Result } from "hastscript";
import { editionSettings } from "@/lib/comments/edition";
import { accentSheetUrl, frontPageUrl, iconUrl, publicFolders } from "@/lib/urls";

/** Its rules for forms and comments are those of the pages; see app/globals.css. */
const styleSheet = `${publicFolders.styles}/plain-page.css`;

/** What a page of its own has beside title and content. */
interface DocumentParts {
  title: string;
  /** In the head of the page, beside the publication's name. */
  head?: Result;
  /** In addition to the style sheet of all these pages; addresses from the root. */
  styleSheet?: string;
  /** A module that makes the page better where it runs. */
  script?: string;
}

/**
 * A whole page for what one reader alone sees: a form that comes back with what was typed and the status that belongs to
 * it. Pages of the application can't have a status of their own; this one needs no script and no build.
 */
export const buildDocument = (title: string, content: Result): string =>
  buildDocumentOf({ title }, content);

/** As `buildDocument`, for pages that need more than words and forms. */
export const buildDocumentOf = (parts: DocumentParts, content: Result): string =>
  toHtml(
    <>
      {{ type: "doctype" }}
      <html lang={editionSettings().language}>
        {buildMetadata(parts)}
        <body>
          <header>
            <a href={frontPageUrl} className="plain-name">
              {editionSettings().name}
            </a>
            {parts.head}
          </header>
          <main>
            <h1>{parts.title}</h1>
            {content}
          </main>
        </body>
      </html>
    </>,
  );

const buildMetadata = ({ title, styleSheet: ownSheet, script }: DocumentParts) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>
      {title} · {editionSettings().name}
    </title>
    <link rel="stylesheet" href={styleSheet} />
    <link rel="stylesheet" href={accentSheetUrl(editionSettings().accent)} />
    <link rel="icon" href={iconUrl(editionSettings())} />
    {ownSheet === undefined ? undefined : <link rel="stylesheet" href={ownSheet} />}
    {script === undefined ? undefined : <script type="module" src={script} />}
  </head>
);
