import { stampPeerAddress } from "@/lib/comments/http/stamp-peer-address";
import { onRequest } from "@/lib/http/exchanges";
import { keepOneLocation } from "@/lib/serving/keep-one-location";
import { mendAddress } from "@/lib/serving/mend-addresses";

/**
 * Where no server of ours stands in front of Next.js, as on Vercel and during development: what it would do with each
 * request before Next.js sees it.
 */
export function prepareRequests(): void {
  onRequest(({ request, response }) => {
    keepOneLocation(response);
    stampPeerAddress(request);
    mendAddress(request);
  });
}
