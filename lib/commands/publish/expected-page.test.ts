import { expect, it } from "vitest";
import { describeDifference, findExpectedPage } from "@/lib/commands/publish/expected-page";
import { contentVersion } from "@/lib/site/content-version";
import { findPostBySlug } from "@/lib/store/read-posts";
import { addPosts, createTemporaryStore, postRecord } from "@/lib/store/temporary-store";

it("is the post with its version, the way to it from a former address, or a 404", async () => {
  const client = await createTemporaryStore();
  await addPosts(client, [postRecord("a"), postRecord("hidden", { draft: true })]);
  await addPosts(client, [postRecord("a", { slugBase: "b" })]);
  const version = contentVersion(await findPostBySlug(client, "b"));
  expect(await findExpectedPage(client, "/posts/b")).toEqual({ status: 200, version });
  expect(await findExpectedPage(client, "/posts/a")).toEqual({ status: 308, location: "/posts/b" });
  expect(await findExpectedPage(client, "/posts/hidden")).toEqual({ status: 404 });
  expect(await findExpectedPage(client, "/")).toMatchObject({ status: 200 });
});

const page = (version: string) => ({
  status: 200,
  location: null,
  html: `<meta name="content-version" content="${version}"/>`,
});

it("differs from what answers with another status, place or version", () => {
  const expected = { status: 200, version: "abc" };
  expect(describeDifference(expected, page("abc"))).toBeUndefined();
  expect(describeDifference(expected, page("abd"))).toContain("another state");
  expect(describeDifference(expected, { ...page("abc"), status: 404 })).toContain("404");
  expect(describeDifference({}, { ...page(""), status: 503 })).toContain("503");
  const moved = { status: 308, html: "" };
  const redirect = { status: 308, location: "/posts/b" };
  expect(describeDifference(redirect, { ...moved, location: "/posts/b" })).toBeUndefined();
  expect(describeDifference(redirect, { ...moved, location: "/posts/c" })).toContain("/posts/c");
});
