import { type AccentShades, findAccentShades } from "@/lib/accent/accent-shades";
import { readAccentFileName } from "@/lib/accent/file-name";

/** A file that the accent is part of, by its ending. */
const files = {
  css: { type: "text/css; charset=utf-8", build: buildSheet },
  svg: { type: "image/svg+xml", build: buildIcon },
} as const;

/**
 * `a3231b.css`: the accent for style sheets, as `--accent-light` and `--accent-dark`; `a3231b.svg`: the publication's icon in
 * it. The colour is in the name, so that a file never changes, whatever the settings say by then.
 */
export function answerAccentFile(name: string): Response {
  const { accent = "", ending } = readAccentFileName(name);
  const shades = findAccentShades(`#${accent}`);
  if (!shades || !isEnding(ending)) return new Response("there is nothing here", { status: 404 });
  const { type, build } = files[ending];
  return new Response(build(shades), {
    headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" },
  });
}

const isEnding = (text: string | undefined): text is keyof typeof files =>
  text !== undefined && Object.hasOwn(files, text);

function buildSheet({ light, dark }: AccentShades): string {
  return `:root{--accent-light:${light};--accent-dark:${dark}}\n`;
}

/** The pennant that the masthead bears (components/site/pennant.tsx). */
function buildIcon({ light, dark }: AccentShades): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <title>Masthead</title>
  <style>
    path { stroke: #17202a }
    .cloth { fill: ${light}; stroke: none }
    @media (prefers-color-scheme: dark) { path { stroke: #e4e7ea } .cloth { fill: ${dark} } }
  </style>
  <path d="M8 2v28" stroke-width="3" stroke-linecap="round" fill="none" />
  <path class="cloth" d="M9.500 4 29 11.500 9.500 19z" />
</svg>
`;
}
