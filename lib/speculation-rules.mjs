/** Which pages a browser may fetch ahead; what stands there is said in the file itself. */
const file = "/scripts/speculation-rules.json";

/**
 * Names the rules by which browsers that know such rules fetch the page behind a link when a pointer rests on it, so that it
 * is there at the click (decisions/0018-enhancements.md). For every page of readers.
 */
export const speculationRules = { key: "Speculation-Rules", value: `"${file}"` };

/** What the file itself needs: browsers take rules of no other type. It may change with any build. */
export const speculationRulesFile = {
  source: file,
  headers: [
    { key: "Content-Type", value: "application/speculationrules+json" },
    { key: "Cache-Control", value: "public, max-age=3600" },
  ],
};
