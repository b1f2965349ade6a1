import { expect, it } from "vitest";
import { readPublishOptions } from "@/lib/commands/publish/publish-options";

it("names several sites, without a slash at the end", () => {
  expect(readPublishOptions(["--site", "http://a:1/", "--wait", "--site=https://b"])).toEqual({
    sites: ["http://a:1", "https://b"],
    wait: true,
    watch: false,
    json: false,
    pull: false,
  });
});

it.each([[["--sites"]], [["--site"]], [["--site", "localhost:3000"]], [["extra"]]])(
  "%j is refused",
  (args) => {
    expect(() => readPublishOptions(args)).toThrow("usage: npm run publish");
  },
);
