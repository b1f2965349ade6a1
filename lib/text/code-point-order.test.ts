import fc from "fast-check";
import { expect, it } from "vitest";
import { compareCodePoints } from "@/lib/text/code-point-order";

it("is the order of UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
      expect(Math.sign(compareCodePoints(one, other))).toBe(
        Buffer.compare(Buffer.from(one), Buffer.from(other)),
      );
    }),
    {
      examples: [
        ["ａ.md", "🎉.md"],
        ["a", "ab"],
        ["", ""],
        ["🎉a", "🎉b"],
      ],
    },
  );
});
