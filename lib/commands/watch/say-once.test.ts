import { expect, it } from "vitest";
import { createSayOnce } from "@/lib/commands/watch/say-once";

it("says the same once, until something else or nothing is wrong", () => {
  const said: string[] = [];
  const say = createSayOnce((message) => said.push(message));
  for (const message of ["gone", "gone", "full", "gone", undefined, "gone", "gone"]) say(message);
  expect(said).toEqual(["gone", "full", "gone", "gone"]);
});
