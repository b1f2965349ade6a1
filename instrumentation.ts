/** Next.js calls this once, when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NODE_ENV !== "production") return;
  if (process.env.NEXT_PHASE === "phase-production-build" || process.env.VERCEL) return;
  const { startRegeneration } = await import("@/lib/regeneration/start-regeneration");
  await startRegeneration();
}
