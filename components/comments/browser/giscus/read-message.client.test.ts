import { expect, it } from "vitest";
import { readMessage } from "@/components/comments/browser/giscus/read-message.client";

it.each([undefined, null, "giscus", 1, {}, { giscus: null }, { giscus: "signOut" }])(
  "hears nothing in what isn't giscus's: %j",
  (data) => {
    expect(readMessage(data)).toEqual({});
  },
);

it.each([
  [480, 480],
  [-1, 0],
  [1e9, 100_000],
])("takes a height of %d for %d", (resizeHeight, height) => {
  expect(readMessage({ giscus: { resizeHeight } }).resizeHeight).toBe(height);
});

it("takes no height that is no number", () => {
  expect(readMessage({ giscus: { resizeHeight: "480; color: red" } })).not.toHaveProperty(
    "resizeHeight",
  );
});

it.each([
  [{ signOut: true }, { signOut: true, error: false }],
  [{ signOut: "true" }, { signOut: false, error: false }],
  [{ error: "Bad credentials" }, { signOut: false, error: true }],
  [{ error: "State has expired" }, { signOut: false, error: true }],
  [{ error: "Discussion not found" }, { signOut: false, error: false }],
])("reads %j", (giscus, meant) => {
  expect(readMessage({ giscus })).toEqual(meant);
});
