import { connection } from "next/server";
import { answerDue } from "@/lib/regeneration/due-endpoint";

export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerDue(request);
}
