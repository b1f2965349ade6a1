/**
 * Of the code that this process runs. For what runs TypeScript as it is there is none, and nothing is kept; commands are
 * bundled, with what the bundler has noted under this name.
 * @type {string | undefined}
 */
export const codeFingerprint = undefined;
