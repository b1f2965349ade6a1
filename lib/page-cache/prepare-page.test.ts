import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { preparePage } from "@/lib/page-cache/prepare-page";

const html = `<body><main>${"<p>潮汐表</p>".repeat(200)}</main><script>self.__next_f.push([1,"x"])</script></body>`;
const unknown = html.replace("__next_f", "nextFlight");

const rendered = (content: string) => ({
  kind: "APP_PAGE" as const,
  status: 200,
  headers: { "x-next-cache-tags": "post:a" },
  content,
});

async function prepare(content: string, isLean: boolean) {
  let complaints = 0;
  const page = await preparePage(rendered(content), { isLean, onUnknown: () => (complaints += 1) });
  if (!("br" in page.body)) throw new Error("it should have been compressed");
  const text = brotliDecompressSync(page.body.br).toString();
  expect(gunzipSync(page.body.gzip).toString()).toBe(text);
  return { text, complaints, inlineScripts: page.inlineScripts };
}

it("makes a page lean, and compresses it both ways", async () => {
  const { text, complaints, inlineScripts } = await prepare(html, true);
  expect(text).toBe(html.replace(/<script.*<\/script>/, ""));
  expect({ complaints, inlineScripts }).toEqual({ complaints: 0, inlineScripts: "none" });
});

it("leaves it as it is where that is wanted, and names its scripts", async () => {
  const { text, inlineScripts } = await prepare(html, false);
  expect(text).toBe(html);
  // printf 'self.__next_f.push([1,"x"])' | openssl dgst -sha256 -binary | base64
  expect(inlineScripts).toEqual({ hashes: ["G8L1SiKTJMbDlG4FGFKHgqgbC5cAhf7b3dVem2cCN2c="] });
});

it("leaves a page as it is that it doesn't know, lets it run, and says so", async () => {
  for (const isLean of [true, false]) {
    const { text, complaints, inlineScripts } = await prepare(unknown, isLean);
    expect(text).toBe(unknown);
    expect({ complaints, inlineScripts }).toEqual({ complaints: 1, inlineScripts: "any" });
  }
});
