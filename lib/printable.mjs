/** Characters that command a terminal, break or forge a line, or turn the direction of what is read. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Text from outside as it may stand in one line of a terminal or a log: such characters are written `\u001b`.
 * @param {string} text
 */
export const printable = (text) =>
  text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/**
 * The same for a text of several lines, which stay.
 * @param {string} text
 */
export const printableLines = (text) => text.split("\n").map(printable).join("\n");
