import { type APIRequestContext, expect, test } from "playwright/test";
import { deadAddresses, liveAddresses } from "@/lib/ingest/testing/sample-addresses";
import { readAddress } from "@/lib/read-address";
import {
  accentSheetUrl,
  challengeUrl,
  commentsApiUrl,
  commentUrl,
  dueUrl,
  healthUrl,
  listRoutes,
  liveUrl,
  metricsUrl,
  moderationBlocksUrl,
  moderationLoginUrl,
  moderationLogoutUrl,
  moderationLogUrl,
  moderationUrl,
  ownCommentsUrl,
  postUrl,
  type Route,
  replyFormUrl,
  revalidateUrl,
  taxonomyUrl,
  webhookUrl,
} from "@/lib/urls";
import { act, entryOf, openDesk, postOf, writeComment } from "./desk.ts";

const slug = "the-fog-line";

/** Without following anything: a visitor of no address is led astray. */
const statusOf = async (request: APIRequestContext, address: string) =>
  (await request.get(address, { maxRedirects: 0 })).status();

test("every route that the address book names has an answer", async ({ page, request }) => {
  await openDesk(page);
  await page.goto(postUrl(slug));
  const post = await postOf(page);
  const text = `地址簿 ${Date.now()}`;
  const comment = await writeComment(request, post, text);
  await page.goto(moderationUrl);
  await act(entryOf(page, text), "approve");
  await expect(entryOf(page, text)).toHaveCount(0);

  /** What endpoints answer to somebody who comes by and isn't logged in; most ask for more than an address. */
  const endpoints: Record<string, [address: string, status: number]> = {
    [commentsApiUrl]: [replyFormUrl(comment), 200],
    [ownCommentsUrl]: [ownCommentsUrl, 200],
    [challengeUrl]: [`${challengeUrl}?post=${post}`, 200],
    [healthUrl]: [healthUrl, 200],
    [liveUrl]: [liveUrl, 200],
    [metricsUrl]: [metricsUrl, 403],
    [revalidateUrl]: [revalidateUrl, 405],
    [webhookUrl]: [webhookUrl, 405],
    [dueUrl]: [dueUrl, 401],
    [moderationUrl]: [moderationUrl, 401],
    [moderationBlocksUrl]: [moderationBlocksUrl, 401],
    [moderationLogUrl]: [moderationLogUrl, 401],
    [moderationLoginUrl]: [moderationLoginUrl, 303],
    [moderationLogoutUrl]: [moderationLogoutUrl, 303],
  };

  /** An address of a route, and what it answers. The first page of a listing has the listing's own address. */
  const findExample = async (route: Route): Promise<[address: string, status: number]> => {
    if (route.path.endsWith("/[page]")) {
      const first = { ...route, path: route.path.replace("[page]", "1") as Route["path"] };
      const [address] = await findExample(first);
      return [address, 308];
    }
    switch (route.kind) {
      case "post":
      case "thread":
        return [route.path.replace("[slug]", slug), 200];
      case "term": {
        const index = await (await request.get(taxonomyUrl(route.taxonomy))).text();
        const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
        const term = links
          .map(readAddress)
          .find((address) => address.kind === "term" && address.taxonomy === route.taxonomy);
        return [route.path.replace("[slug]", term?.kind === "term" ? term.slug : "none"), 200];
      }
      case "year":
      case "month":
        return [route.path.replace("[year]", "2023").replace("[month]", "10"), 200];
      case "comment":
        return [commentUrl(comment), 307];
      case "accent":
        return [accentSheetUrl("#a3231b"), 200];
      case "page":
        return ["/about", 200];
      case "endpoint":
        return endpoints[route.path] ?? [route.path, 200];
      default:
        return [route.path, 200];
    }
  };

  const wrong: string[] = [];
  for (const route of listRoutes()) {
    const [address, expected] = await findExample(route);
    const status = await statusOf(request, address);
    if (status !== expected) wrong.push(`${address} (${route.path}): ${status}, not ${expected}`);
  }
  expect(wrong).toEqual([]);
});

test("what `check` takes for a link that leads somewhere does, and for one that leads nowhere doesn't", async ({
  request,
}) => {
  const wrong: string[] = [];
  for (const address of liveAddresses) {
    const status = await statusOf(request, address);
    if (status === 404 || status >= 500) wrong.push(`${address}: ${status}`);
  }
  for (const address of deadAddresses) {
    const status = await statusOf(request, address);
    if (status !== 404) wrong.push(`${address}: ${status}`);
  }
  expect(wrong).toEqual([]);
});
