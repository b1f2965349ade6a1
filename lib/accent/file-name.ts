/** The name of a file that the accent is part of: the colour, and what kind of file it is. */
const form = /^(?<accent>[0-9a-f]{6})\.(?<ending>css|svg)$/;

export const readAccentFileName = (
  name: string,
): { accent?: string | undefined; ending?: string | undefined } => form.exec(name)?.groups ?? {};
