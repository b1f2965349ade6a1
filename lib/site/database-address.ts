/** Where a database is, as libSQL's client takes it. */
export interface DatabaseAddress {
  /** `file:…`, `http(s)://…` or `libsql://…` */
  url: string;
  authToken?: string;
}

/** The file of a database that is one, as libSQL reads the address. */
export const databaseFile = ({ url }: DatabaseAddress): string | undefined =>
  url.startsWith("file:") ? decodeURIComponent(url.replace(/^file:(?:\/\/)?/, "")) : undefined;
