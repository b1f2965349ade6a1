import { connection } from "next/server";
import { answerMetrics } from "@/lib/serving/answer-metrics";

export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerMetrics(request);
}
