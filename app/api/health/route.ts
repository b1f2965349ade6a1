import { connection } from "next/server";
import { findHealth } from "@/lib/serving/find-health";

/** Whether this server can serve: 200 or 503, for load balancers; what it serves without, for monitoring. */
export async function GET(): Promise<Response> {
  await connection();
  const health = await findHealth();
  return Response.json(health, {
    status: health.status === "unavailable" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
