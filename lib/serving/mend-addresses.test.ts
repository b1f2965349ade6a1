import { describe, expect, test } from "vitest";
import { escapeUnmatchable } from "@/lib/serving/mend-addresses";

describe("an address that can't be decoded or matched", () => {
  test.each([
    ["/posts/%FF", "/posts/%25FF"],
    ["/%", "/%25"],
    ["/50%/off", "/50%25/off"],
    // Half of a character, and half of a surrogate pair.
    ["/posts/%E0%A4%A", "/posts/%25E0%25A4%25A"],
    ["/posts/%ED%A0%80", "/posts/%25ED%25A0%2580"],
    // Line ends.
    ["/x%0ay", "/x%250ay"],
    ["/a/%0D/b", "/a/%250D/b"],
    ["/%E2%80%A8x", "/%25E2%2580%25A8x"],
  ])("%s is asked for as it was written", (given, mended) => {
    expect(escapeUnmatchable(given)).toBe(mended);
    expect(() => decodeURIComponent(mended)).not.toThrow();
  });

  test("keeps its other segments and its query", () => {
    expect(escapeUnmatchable("/tags/%E6%BD%AE/%FF?q=%FF")).toBe("/tags/%E6%BD%AE/%25FF?q=%FF");
  });
});

test.each(["/posts/%E6%BD%AE", "/a%2Fb", "/%00", "/?q=%FF", "/posts/x", "*"])(
  "%s stays as it is",
  (address) => {
    expect(escapeUnmatchable(address)).toBe(address);
  },
);
