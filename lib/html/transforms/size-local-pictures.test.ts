import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { sizeLocalPictures } from "@/lib/html/transforms/size-local-pictures";

const directory = mkdtempSync(join(tmpdir(), "pictures-"));
const publicDirectory = join(directory, "public");
afterAll(() => rmSync(directory, { recursive: true }));

/** The header of a GIF says all that is asked of it. */
function gif(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(20);
  bytes.set(new TextEncoder().encode("GIF89a"));
  new DataView(bytes.buffer).setUint16(6, width, true);
  new DataView(bytes.buffer).setUint16(8, height, true);
  return bytes;
}

mkdirSync(join(publicDirectory, "pictures"), { recursive: true });
writeFileSync(join(publicDirectory, "pictures/港 口.gif"), gif(640, 360));
writeFileSync(join(publicDirectory, "pictures/broken.gif"), "no picture");
writeFileSync(join(directory, "secret.gif"), gif(1, 2));
symlinkSync(join(directory, "secret.gif"), join(publicDirectory, "pictures/link.gif"));

const size = (html: string) => applyTransform(sizeLocalPictures, html, { publicDirectory });

test("a local picture gets its size from the file, whatever was written", () => {
  expect(size('<img src="/pictures/%E6%B8%AF%20%E5%8F%A3.gif?v=1" width="3" height="4">')).toBe(
    '<img src="/pictures/%E6%B8%AF%20%E5%8F%A3.gif?v=1" width="640" height="360">',
  );
});

test.each([
  "/pictures/none.gif",
  "/pictures/broken.gif",
  "/pictures",
  "/pictures/%E6",
  "/pictures/%00.gif",
  `/${"x".repeat(5000)}.gif`,
  "/pictures/../../secret.gif",
  "/pictures/%2e%2e/%2e%2e/secret.gif",
  "/pictures/..%2f..%2fsecret.gif",
  "/pictures/link.gif",
])("%s has none", (src) => {
  expect(size(`<img src="${src}">`)).toBe(`<img src="${src}">`);
});

test("a picture elsewhere keeps a size in whole pixels and no other", () => {
  expect(size('<img src="https://x.example/a.jpg" width="800" height="600px">')).toBe(
    '<img src="https://x.example/a.jpg" width="800" height="600">',
  );
  expect(size('<img src="https://x.example/a.jpg" width="100%" height="600">')).toBe(
    '<img src="https://x.example/a.jpg">',
  );
});
