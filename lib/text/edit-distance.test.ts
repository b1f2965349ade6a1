import { expect, it } from "vitest";
import { editDistance } from "@/lib/text/edit-distance";

it.each([
  ["tags", "tags", 0],
  ["", "tags", 4],
  ["tgas", "tags", 1],
  ["tag", "tags", 1],
  ["tabs", "tags", 1],
  ["permlink", "permalink", 1],
  ["catagoreis", "categories", 2],
])("%j and %j are %i apart, either way round", (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
