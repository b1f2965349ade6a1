import Negotiator from "negotiator";
import type { Encoding } from "@/lib/page-cache/page-body";

/** Browsers send a handful of values; whoever makes up others must not fill the memory. */
const maxRemembered = 100;

const remembered = new Map<string, Encoding>();

/** The package's types stand at a version that knew of no preference. */
interface PreferringNegotiator {
  encodings(available: Encoding[], options: { preferred: Encoding[] }): string[];
}

/** In our order, which decides where a browser likes several as much. */
const kept: Encoding[] = ["br", "gzip", "identity"];

/**
 * The encoding of those kept that a request likes best. One that takes none of them gets the content as it is.
 * @param accepted its `Accept-Encoding`; unset: it says nothing, and gets the content as it is
 */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = remembered.get(accepted);
  if (known) return known;
  const request = { headers: { "accept-encoding": accepted } };
  const negotiator: PreferringNegotiator = new Negotiator(request);
  const [first] = negotiator.encodings(kept, { preferred: kept });
  const chosen = kept.find((encoding) => encoding === first) ?? "identity";
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(accepted, chosen);
  return chosen;
}
