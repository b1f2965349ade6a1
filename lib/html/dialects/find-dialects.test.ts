import { expect, test } from "vitest";

import { findDialect, loadDialects } from "@/lib/html/dialects/find-dialects";
import { dialect as zaobao } from "@/lib/html/dialects/zaobao";

test("a dialect is found by its file being there, and chosen by the post's source", async () => {
  await loadDialects();
  expect(findDialect("https://www.zaobao.com/realtime/china/story1")?.hosts).toEqual(zaobao.hosts);
  expect(findDialect("https://zaobao.com.sg/x")?.hosts).toEqual(zaobao.hosts);
  for (const from of [
    undefined,
    "",
    "no address",
    "https://notzaobao.com/",
    "https://x.example/",
  ]) {
    expect(findDialect(from)).toBeUndefined();
  }
});
