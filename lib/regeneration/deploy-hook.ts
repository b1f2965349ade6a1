import { messageOf } from "@/lib/log";

/** How long the platform may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * Asks the platform for a deployment of the site as its repository is now.
 * @param url a deploy hook; whoever knows it can deploy, so it never stands in what is returned
 */
export async function requestDeployment(
  url: string,
): Promise<{ ok: true } | { ok: false; error: string }> {
  try {
    const response = await fetch(url, { method: "POST", signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return response.ok ? { ok: true } : { ok: false, error: `it answers ${response.status}` };
  } catch (thrown) {
    return { ok: false, error: messageOf(thrown).replaceAll(url, "…") };
  }
}
