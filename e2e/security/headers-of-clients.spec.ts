import { expect, test } from "playwright/test";

/** What a client sends beside an address changes no page that others get. */

const sent = [
  ["a policy with a nonce", { "content-security-policy": "script-src 'nonce-ofaclient'" }],
  ["the name of a crawler", { "user-agent": "Twitterbot/1.0" }],
  ["another host", { "x-forwarded-host": "elsewhere.example" }],
  ["another address", { "x-masthead-address": "/", "x-matched-path": "/" }],
  ["what Next's runtime sends", { rsc: "1", "x-middleware-prefetch": "1" }],
  ["the offer of another protocol", { connection: "Upgrade", upgrade: "h2c" }],
] as const;

for (const [index, [what, headers]] of sent.entries()) {
  test(`${what} changes nothing`, async ({ request }) => {
    // Nobody has asked for it.
    const address = `/no-such-page-of-client-${index}`;
    const first = await request.get(address, { headers });
    const second = await request.get(address);
    expect(first.status()).toBe(404);
    expect(second.headers()["x-nextjs-cache"]).toBe("HIT");
    expect(await first.text()).toBe(await second.text());
    expect(await second.text()).not.toMatch(/ofaclient|elsewhere/);
  });
}
