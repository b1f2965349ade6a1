import { expect, it } from "vitest";
import { readBody } from "@/lib/http/read-body";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, ...{ duplex: "half" } });

it("is read whole as long as it isn't longer than allowed", async () => {
  expect(String(await readBody(post("潮汐"), 6))).toBe("潮汐");
  expect(await readBody(post("潮汐"), 5)).toBeUndefined();
  expect(await readBody(post(null), 5)).toHaveLength(0);
});

it("is not read where its length is announced", async () => {
  expect(await readBody(post("a", { "content-length": "1000" }), 10)).toBeUndefined();
});

it("is not read to its end where it never ends", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(10));
    },
  });
  expect(await readBody(post(endless), 100)).toBeUndefined();
  expect(pulled).toBeLessThan(20);
});
