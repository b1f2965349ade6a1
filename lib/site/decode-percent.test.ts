import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { decodePercent, decodePercentOfAddress } from "@/lib/site/decode-percent";
import { listSources } from "@/lib/testing/list-sources";

it.each([
  ["", ""],
  ["/posts/harbour", "/posts/harbour"],
  ["%E6%BD%AE%e6%b1%90", "潮汐"],
  ["潮%E6%B1%90", "潮汐"],
  ["a+b%20c", "a+b c"],
  ["%2F%3F%23%25", "/?#%"],
])("reads %j as %j", (written, read) => {
  expect(decodePercent(written)).toBe(read);
});

it.each(["50%", "%", "%G0", "%FF", "%E6%BD", "%C0%AF", "%ED%A0%80", "fine %E6%BD%AE, broken %"])(
  "takes %j for no percent-encoding",
  (written) => {
    expect(decodePercent(written)).toBeUndefined();
    expect(decodePercentOfAddress(written)).toBeUndefined();
  },
);

it("leaves in an address what separates its parts", () => {
  expect(decodePercentOfAddress("/%E6%BD%AE%2F%3F%23")).toBe("/潮%2F%3F%23");
});

it("is the only one that decodes", () => {
  const decoders = listSources().filter((file) =>
    /\bdecodeURI(?:Component)?\b/.test(readFileSync(file, "utf8")),
  );
  expect(decoders).toEqual(["lib/site/decode-percent.ts"]);
});
