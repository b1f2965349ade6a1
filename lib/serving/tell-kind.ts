import { onRequest } from "@/lib/http/exchanges";
import { kindHeader, kindOfSite } from "@/lib/security/headers.mjs";

/**
 * Tells Next.js with each request for what kind of site it answers, over whatever stands there: which headers protect its
 * readers depends on it, and is known when a server starts, not when it is built (`securityHeadersOfAnySite`).
 */
export function tellKind(site: () => Parameters<typeof kindOfSite>[0]): void {
  onRequest(({ request }) => {
    request.headers[kindHeader] = kindOfSite(site());
  });
}
