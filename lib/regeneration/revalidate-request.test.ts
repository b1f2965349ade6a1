import { describe, expect, it } from "vitest";
import { maxTags, readRevalidateRequest } from "@/lib/regeneration/revalidate-request";

const read = (body: string | Uint8Array) => readRevalidateRequest(Buffer.from(body));

describe("a request to refresh pages", () => {
  it.each([
    ['{"pending":true}', { pending: true }],
    [
      '{"pending":true,"since":{"store":"a","change":3}}',
      { pending: true, since: { store: "a", change: 3 } },
    ],
    ['{"tags":["latest","post:a-b","term:tag:x"]}', { tags: ["latest", "post:a-b", "term:tag:x"] }],
    [
      '{"tags":["comments:2-x.Y_z","comment-count:a"]}',
      { tags: ["comments:2-x.Y_z", "comment-count:a"] },
    ],
  ])("%s is understood", (body, request) => {
    expect(read(body)).toEqual({ ok: true, request });
  });

  it.each([
    ["", "not JSON"],
    ["{", "not JSON"],
    [new Uint8Array([0x22, 0xff, 0x22]), "not JSON"],
    ["null", "must be"],
    ["[]", "must be"],
    ["{}", "must be"],
    ['{"pending":false}', "must be"],
    ['{"pending":true,"since":3}', "must be"],
    ['{"pending":true,"tags":["latest"]}', "must be"],
    ['{"tags":"latest"}', "must be"],
    ['{"tags":[1]}', "must be"],
    ['{"tags":[]}', "no tags"],
    ['{"tags":["latest","标签"]}', '"标签" is no cache tag'],
    ['{"tags":["_N_T_/layout"]}', "is no cache tag"],
    ['{"tags":["post:A"]}', "is no cache tag"],
    ['{"tags":["comments:a b"]}', "is no cache tag"],
    [JSON.stringify({ tags: ["x".repeat(5000)] }), "is no cache tag"],
    [JSON.stringify({ tags: Array(maxTags + 1).fill("latest") }), `at most ${maxTags}`],
  ])("%s is refused with its reason", (body, reason) => {
    const result = read(body);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
    if (!result.ok) expect(result.error.length).toBeLessThan(300);
  });
});
