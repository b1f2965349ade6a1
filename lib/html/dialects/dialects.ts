import { bbc } from "@/lib/html/dialects/bbc";
import type { Dialect } from "@/lib/html/dialects/dialect";
import { dw } from "@/lib/html/dialects/dw";
import { rfi } from "@/lib/html/dialects/rfi";
import { voa } from "@/lib/html/dialects/voa";
import { zaobao } from "@/lib/html/dialects/zaobao";
import { isOn } from "@/lib/html/video-hosts/video-host";

/** Every site whose pages have rules of their own. */
export const dialects: readonly Dialect[] = [bbc, dw, rfi, voa, zaobao];

/** The dialect of the site that a post comes from. */
export function findDialect(from: string | undefined): Dialect | undefined {
  if (from === undefined || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  return dialects.find(({ hosts }) => hosts.some((host) => isOn(url, host)));
}
