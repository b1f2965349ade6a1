import { connection } from "next/server";
import { findHealth } from "@/lib/queries/health";

/** Whether this server can serve: 200 or 503, for load balancers and monitoring. */
export async function GET(): Promise<Response> {
  await connection();
  const { ok, ...facts } = await findHealth();
  return Response.json(
    { status: ok ? "ok" : "unavailable", ...facts },
    {
      status: ok ? 200 : 503,
      headers: { "Cache-Control": "no-store" },
    },
  );
}
