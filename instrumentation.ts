/** Called by Next.js once, before a server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampPeerAddress } = await import("@/lib/comments/http/stamp-peer-address");
  const { mendAddresses } = await import("@/lib/serving/mend-addresses");
  stampPeerAddress();
  mendAddresses();
  const isOwnServer =
    process.env.NODE_ENV === "production" &&
    process.env.NEXT_PHASE !== "phase-production-build" &&
    !process.env.VERCEL;
  if (!isOwnServer) return;
  const { startServing } = await import("@/lib/serving/start-serving");
  await startServing();
}
