import { permanentRedirect } from "next/navigation";
import { parsePageNumber } from "@/lib/site/page-number";

/**
 * The page number of an address under `…/page/`; nothing for any spelling but the canonical one. Page 1 has no such
 * address: it is moved to the first page's own.
 */
export function readPageParam(param: string, firstPage: `/${string}`): number | undefined {
  const page = parsePageNumber(param);
  if (page === 1) permanentRedirect(firstPage);
  return page;
}
