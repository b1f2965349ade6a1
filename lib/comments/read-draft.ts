import { createHash } from "node:crypto";
import { countLinks, readWords, renderCommentText } from "@/lib/comments/render-text";
import { countCharacters, findTextFault, isSeen } from "@/lib/comments/text-faults";
import { isCommentId } from "@/lib/discussion/comment-id";
import type {
  FieldProblem,
  FieldProblems,
  Fields,
  WrittenField,
} from "@/lib/discussion/draft-fields";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** A comment as it could be stored. */
interface Draft {
  name: string;
  email?: string;
  website?: string;
  text: string;
  textHash: string;
}

/** In characters. */
export const longest = { name: 60, email: 254, website: 200 } as const;

type Bounds = Pick<CommentSettings, "maxLength" | "maxLinks">;

/** Checks what was typed, every field of it. */
export function readDraft(
  fields: Fields,
  bounds: Bounds,
): { ok: true; draft: Draft } | { ok: false; problems: FieldProblems } {
  const name = oneLine(fields.name, longest.name);
  const email = oneLine(fields.email, longest.email);
  const website = oneLine(fields.website, longest.website);
  const text = readText(fields, bounds);
  const websiteFault = findProblem(website, longest.website);
  const address = website === "" || websiteFault ? undefined : readWebsite(website);
  const problems: FieldProblems = {
    ...problem("name", findProblem(name, longest.name) ?? missing(name)),
    ...problem("email", findProblem(email, longest.email) ?? notAnEmail(email)),
    ...problem(
      "website",
      websiteFault ?? (website !== "" && address === undefined ? "not-a-website" : undefined),
    ),
    ...problem("text", findTextProblem(text, bounds)),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    draft: {
      name,
      text,
      textHash: hashText(text),
      ...(email === "" ? {} : { email }),
      ...(address === undefined ? {} : { website: address }),
    },
  };
}

/** The text alone, for a change of what was written. What is far too long stays as it is: `findTextProblem` says so. */
export function readText({ text = "" }: Fields, { maxLength }: Pick<Bounds, "maxLength">): string {
  return isFarTooLong(text, maxLength) ? text : trimText(text.normalize("NFC"));
}

/** Without empty lines before and space behind, with one kind of line break. */
export const trimText = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/^\n+/, "").trimEnd();

export function findTextProblem(text: string, bounds: Bounds): FieldProblem | undefined {
  const found = findProblem(text, bounds.maxLength) ?? missing(text);
  if (found) return found;
  // Looking for links costs more than anything else, and the more there are: these are too many at first sight.
  const addresses = text.match(/:\/\/|www\./gi)?.length ?? 0;
  if (addresses > 10 * (bounds.maxLinks + 1)) return "too-many-links";
  const body = renderCommentText(text);
  if (countLinks(body) > bounds.maxLinks) return "too-many-links";
  // Without its marks, what stood apart may come together.
  const words = readWords(body).normalize("NFC");
  return findTextFault(words) ?? missing(words);
}

/** The same for texts that differ in spaces, case and width alone. */
export const hashText = (text: string): string =>
  createHash("sha256")
    .update(text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim())
    .digest("base64url")
    .slice(0, 22);

/** What it answers: nothing where it answers the post, `false` where that can't be a comment's id. */
export function readParent(fields: Fields): string | undefined | false {
  const parent = fields.parent?.trim() ?? "";
  if (parent === "") return undefined;
  return isCommentId(parent) ? parent : false;
}

const problem = (field: WrittenField, found: FieldProblem | undefined): FieldProblems =>
  found ? { [field]: found } : {};

/**
 * Whether a value is too long however it is counted: no character takes more than two units, and browsers send a line break
 * as two. Asked first of all, for composing, trimming and parsing take a time that grows with the square of the length.
 */
const isFarTooLong = (value: string, maxLength: number): boolean => value.length > 2 * maxLength;

const oneLine = (value = "", maxLength: number) =>
  isFarTooLong(value, maxLength) ? value : value.normalize("NFC").replace(/\s+/gu, " ").trim();

function findProblem(value: string, maxLength: number): FieldProblem | undefined {
  if (isFarTooLong(value, maxLength) || countCharacters(value) > maxLength) return "too-long";
  return findTextFault(value);
}

const missing = (value: string) => (isSeen(value) ? undefined : "missing");

/** As HTML's `<input type="email">` takes it, and with a dot in the host. */
const notAnEmail = (email: string) =>
  email === "" || /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(email)
    ? undefined
    : "not-an-email";

/** `example.com` is taken for what it means; nothing where it is no address of the web. */
export function readWebsite(written: string): string | undefined {
  // What another scheme is followed by makes no port and no host: `javascript:…` is refused below.
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(address);
  const isWeb = protocol === "http:" || protocol === "https:";
  const isPlain = username === "" && password === "" && hostname.includes(".");
  return isWeb && isPlain && href.length <= 2 * longest.website ? href : undefined;
}
