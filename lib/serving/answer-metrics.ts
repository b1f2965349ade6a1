import { environment } from "@/lib/environment";
import { checkBearer } from "@/lib/regeneration/check-bearer";
import { metricsRegistry } from "@/lib/serving/metrics-registry";

/**
 * `GET /metrics`: what this server has counted since it started, as Prometheus reads it. The token stands in
 * `Authorization: Bearer …`.
 */
export async function answerMetrics(request: Request): Promise<Response> {
  const refusal = checkBearer(request, [
    { variable: "METRICS_TOKEN", value: environment.metricsToken },
  ]);
  if (refusal) return refusal;
  const registry = metricsRegistry();
  return new Response(await registry.metrics(), {
    headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
  });
}
