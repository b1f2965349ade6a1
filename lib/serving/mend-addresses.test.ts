import { describe, expect, test } from "vitest";
import { escapeUndecodable } from "@/lib/serving/mend-addresses";

describe("an address that can't be decoded", () => {
  test.each([
    ["/posts/%FF", "/posts/%25FF"],
    ["/%", "/%25"],
    ["/50%/off", "/50%25/off"],
    // Half of a character, and half of a surrogate pair.
    ["/posts/%E0%A4%A", "/posts/%25E0%25A4%25A"],
    ["/posts/%ED%A0%80", "/posts/%25ED%25A0%2580"],
  ])("%s is asked for as it was written", (given, mended) => {
    expect(escapeUndecodable(given)).toBe(mended);
    expect(() => decodeURIComponent(mended)).not.toThrow();
  });

  test("keeps its other segments and its query", () => {
    expect(escapeUndecodable("/tags/%E6%BD%AE/%FF?q=%FF")).toBe("/tags/%E6%BD%AE/%25FF?q=%FF");
  });
});

test.each(["/posts/%E6%BD%AE", "/a%2Fb", "/%00", "/?q=%FF", "/posts/x", "*"])(
  "%s stays as it is",
  (address) => {
    expect(escapeUndecodable(address)).toBe(address);
  },
);
