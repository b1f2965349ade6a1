import type { Client } from "@libsql/client";
import { describeDifference, findExpectedPage } from "@/lib/commands/publish/expected-page";

/** A page is there at the first look, unless the site is very busy. */
const longestWaitMs = 30_000;
const intervalMs = 50;

/** Addresses that are asked for at the same time. */
const atOnce = 4;

/**
 * Asks for addresses until they show the present state of the store.
 * @returns for each that doesn't within half a minute, what it shows in its place
 */
export async function waitForPages(
  client: Client,
  site: string,
  addresses: readonly string[],
): Promise<string[]> {
  const late: string[] = [];
  const left = [...addresses];
  const deadline = performance.now() + longestWaitMs;
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const difference = await waitForPage(client, site, next, deadline);
      if (difference !== undefined) late.push(`${site}${next}: ${difference}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return late;
}

async function waitForPage(client: Client, site: string, address: string, deadline: number) {
  for (;;) {
    // The store may change again meanwhile.
    const expected = await findExpectedPage(client, address);
    const difference = await look(site + address)
      .then((answer) => describeDifference(expected, answer))
      .catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)));
    if (difference === undefined || performance.now() > deadline) return difference;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}

async function look(url: string) {
  const response = await fetch(url, {
    redirect: "manual",
    signal: AbortSignal.timeout(longestWaitMs),
  });
  const { status, headers } = response;
  return { status, location: headers.get("location"), html: await response.text() };
}
