/**
 * The one place that knows how Next.js marks up what its runtime needs: scripts, the page's data, hints to load them, and the
 * marks that React leaves for itself. What reads it is a table of forms that are known (Next.js 16.4); a page with anything
 * else is not taken apart.
 */

interface NextMarkup {
  /** The page without all that. */
  lean: string;
  /** The texts of the scripts that Next.js has written into the page. */
  inlineScripts: string[];
}

/**
 * Each start of an element with its attributes, a script as a whole, and each comment. Texts and values come from serialisers
 * that write `<` in a text as a reference and close every quote, so nothing in a text or in a value is taken for one.
 */
const pieces =
  /<script\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>(.*?)<\/script>|<!--(.*?)-->|<([a-z][a-z0-9-]*)\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gis;

/** What React writes between texts, around boundaries and around activities. */
const reactMark = /^[ $&/?!]*$/;

/** What Next.js puts at the head of a page's body for metadata that come late; ours are there in time. */
const emptyBoundary = '<div hidden=""><!--$--><!--/$--></div>';

/** An inline script of the runtime: the page's data, or the list of files that it begins with. */
const nextData = /^\(?(?:self\.__next_[a-z]+\b|globalThis\["TURBOPACK"\])/;

/** Where the build keeps what the runtime consists of. */
const nextScript = /^\/_next\/static\/[\w./%~-]+\.js(?:\?[\w.=&%-]*)?$/;

/** Scripts that aren't any: data for others than the browser. */
const dataBlock = /^application\/(?:[\w.-]+\+)?json$/;

/** What a page holds that isn't finished: parts that scripts put into their places. */
const unfinished = { template: /\bid="[BP]:/, div: /\bid="S:/ };

/**
 * Reads a complete page.
 * @param guest the address of the one script that isn't the site's own, where there is one: exactly this address
 * @returns undefined where there is anything in it that isn't known: then the page needs to go out as it is
 */
export function readNextMarkup(html: string, guest?: string): NextMarkup | undefined {
  const inlineScripts: string[] = [];
  let isKnown = true;
  const keepOrDrop = (
    whole: string,
    scriptAttributes: string | undefined,
    script: string | undefined,
    comment: string | undefined,
    name: string | undefined,
    attributes: string | undefined,
  ): string => {
    if (scriptAttributes !== undefined && script !== undefined) {
      const kind = kindOfScript(scriptAttributes, script, guest);
      if (kind === "unknown") isKnown = false;
      if (kind === "data") inlineScripts.push(script);
      return kind === "ours" ? whole : "";
    }
    if (comment !== undefined) return reactMark.test(comment) ? "" : whole;
    if (isUnfinished(name, attributes)) isKnown = false;
    return keepElement(whole, name, attributes);
  };
  const lean = html.replace(emptyBoundary, "").replace(pieces, keepOrDrop);
  return isKnown ? { lean, inlineScripts } : undefined;
}

/** The runtime's own, its data, what is ours (or no script at all), or none of these. */
function kindOfScript(
  attributes: string,
  text: string,
  guest: string | undefined,
): "runtime" | "data" | "ours" | "unknown" {
  const type = attributeOf(attributes, "type");
  const address = attributeOf(attributes, "src");
  if (type !== undefined && dataBlock.test(type) && address === undefined) return "ours";
  if (address === undefined) {
    return type === undefined && nextData.test(text) ? "data" : "unknown";
  }
  if (text !== "") return "unknown";
  if (type === undefined && nextScript.test(address)) return "runtime";
  if (address === guest) return "ours";
  return address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/_next/")
    ? "ours"
    : "unknown";
}

const isUnfinished = (name: string | undefined, attributes = ""): boolean =>
  (name === "template" || name === "div") && unfinished[name].test(attributes);

/** An element as it is, or as little of it as the page needs. */
function keepElement(whole: string, name: string | undefined, attributes = ""): string {
  if (name !== "link") return whole;
  const kind = attributeOf(attributes, "rel");
  const isForScript = attributeOf(attributes, "as") === "script";
  if (kind === "modulepreload" || (kind === "preload" && isForScript)) {
    const address = attributeOf(attributes, "href") ?? "";
    return address.startsWith("/_next/") ? "" : whole;
  }
  return whole.replace(/ data-precedence="[^"]*"/, "");
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "i").exec(attributes)?.[1];
