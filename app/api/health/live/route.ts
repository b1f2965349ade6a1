import { connection } from "next/server";

/** Whether this process answers, whatever it may be without: what fails here, a new start may mend. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
