import type { Fields } from "@/lib/discussion/draft-fields";
import type { RefusalReason } from "@/lib/discussion/refusal";
import { readBody } from "@/lib/http/read-body";
import { decodePercent } from "@/lib/site/decode-percent";

/** Five times the longest comment in percent-encoded Chinese. In bytes. */
const largestForm = 256 * 1024;

type Form =
  | { ok: true; fields: Fields }
  | { ok: false; reason: Extract<RefusalReason, "unreadable" | "too-large" | "wrong-type"> };

/** The fields of a form as browsers send it, or of a JSON object of strings. Reads no more than it may. */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const parse = type === undefined ? undefined : parsers[type];
  if (!parse) return { ok: false, reason: "wrong-type" };
  const bytes = await readBody(request, largestForm);
  if (!bytes) return { ok: false, reason: "too-large" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const fields = parse(text);
    return fields ? { ok: true, fields } : { ok: false, reason: "unreadable" };
  } catch (thrown) {
    // Broken UTF-8 (TypeError), or broken JSON (SyntaxError).
    if (!(thrown instanceof TypeError || thrown instanceof SyntaxError)) throw thrown;
    return { ok: false, reason: "unreadable" };
  }
}

const parsers: Readonly<Record<string, (text: string) => Fields | undefined>> = {
  "application/x-www-form-urlencoded": parseUrlEncoded,
  "application/json": parseJson,
};

/** Not `URLSearchParams`: it takes broken UTF-8 for something else than what was sent, and says nothing. */
function parseUrlEncoded(text: string): Fields | undefined {
  const fields: Record<string, string> = Object.create(null);
  for (const pair of text.split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? "" : pair.slice(at + 1));
    if (name === undefined || value === undefined) return undefined;
    if (!(name in fields)) fields[name] = value;
  }
  return fields;
}

/** A stray percent sign stands for itself, as the URL standard has it. */
const decode = (text: string): string | undefined =>
  decodePercent(text.replaceAll("+", " ").replace(/%(?![0-9a-f]{2})/gi, "%25"));

/** `null` is a field that was left empty. */
function parseJson(text: string): Fields | undefined {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(parsed)) {
    if (value === null) continue;
    if (typeof value !== "string") return undefined;
    fields[name] = value;
  }
  return fields;
}
