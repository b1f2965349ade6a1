/** The path that a catch-all address spells, decoded, without a slash at the start; nothing for broken encoding. */
export function decodePath(segments: string[]): string | undefined {
  try {
    return segments.map(decodeURIComponent).join("/");
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
