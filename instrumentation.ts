/** Next.js calls this once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampPeerAddress } = await import("@/lib/comments/http/stamp-peer-address");
  stampPeerAddress();
}
