import path from "node:path";
import { decodePercent } from "@/lib/site/decode-percent";

/** Where a database is, as libSQL's client takes it. */
export interface DatabaseAddress {
  /** `file:…`, `http(s)://…` or `libsql://…` */
  url: string;
  authToken?: string;
}

const fileUrl = /^file:(?:\/\/(?:localhost)?)?([^?#]*)/i;

/** The file of a database that is one, as libSQL reads the address. */
export function databaseFile({ url }: DatabaseAddress): string | undefined {
  const file = fileUrl.exec(url)?.[1];
  if (file === undefined) return undefined;
  const decoded = decodePercent(file);
  if (decoded === undefined) throw new Error(`${url} is no address: a percent sign is written %25`);
  return decoded;
}

/** The address of a database in a file. */
export const addressOfFile = (file: string): DatabaseAddress => ({
  url: `file:${file.split("/").map(encodeURIComponent).join("/")}`,
});

/** Whether two addresses are spellings of one: a file by another path, a server by another scheme. */
export function isSameAddress(one: DatabaseAddress, other: DatabaseAddress): boolean {
  const [file, otherFile] = [databaseFile(one), databaseFile(other)];
  if (file === undefined && otherFile === undefined) return nameServer(one) === nameServer(other);
  return file !== undefined && otherFile !== undefined && path.relative(file, otherFile) === "";
}

/** `libsql://` is `https://` by another name; what stands behind `?` are settings of the connection. */
function nameServer({ url }: DatabaseAddress): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url.replace(/^libsql:/i, "https:"));
  return `${protocol}//${host}${pathname.replace(/\/+$/, "")}`;
}
