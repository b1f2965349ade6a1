import { connection } from "next/server";
import { findHealth } from "@/lib/queries/health";

/** Whether this server can serve: 200 or 503, for load balancers and monitoring. */
export async function GET(): Promise<Response> {
  await connection();
  const health = await findHealth();
  const body = health.ok
    ? { status: "ok", generation: health.generation, posts: health.posts }
    : { status: "unavailable", problem: health.problem };
  return Response.json(body, {
    status: health.ok ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
