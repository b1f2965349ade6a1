/** Called by Next.js once, before a server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const isOwnServer =
    process.env.NODE_ENV === "production" &&
    process.env.NEXT_PHASE !== "phase-production-build" &&
    !process.env.VERCEL;
  if (isOwnServer) {
    const { startServing } = await import("@/lib/serving/start-serving");
    await startServing();
    return;
  }
  const { prepareRequests } = await import("@/lib/serving/prepare-requests");
  prepareRequests();
}
