import { createHash } from "node:crypto";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type ArchiveFile, type ArchivePlan, createArchive } from "@/lib/bench/archive/archive";
import { countQuirk } from "@/lib/bench/archive/quirks";

const plan: ArchivePlan = { kind: "mixed", posts: 1_500, seed: 1 };

const listFiles = (given: ArchivePlan): ArchiveFile[] => {
  const archive = createArchive(given);
  return Array.from({ length: archive.posts }, (_, index) => archive.file(index));
};

const hash = (files: readonly ArchiveFile[]): string => {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(path).update("\0").update(bytes).update("\0");
  return hash.digest("hex");
};

const files = listFiles(plan);
const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));

/** Files whose text holds something. */
const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;

// Long enough for a machine that is busy with other things.
describe("createArchive", { timeout: 60_000 }, () => {
  test("one seed gives the same bytes again, another one others", () => {
    const small = { ...plan, posts: 120 };
    expect(hash(listFiles(small))).toBe(hash(listFiles(small)));
    expect(hash(listFiles(small))).not.toBe(hash(listFiles({ ...small, seed: 2 })));
  });

  test("a file doesn't depend on those that were made before it", () => {
    expect(createArchive(plan).file(1_234)).toEqual(files[1_234]);
  });

  test("sizes are spread as in real archives", () => {
    const sizes = files.map(({ bytes }) => bytes.length).sort((one, other) => one - other);
    const share = (part: number) => sizes[Math.round(part * (sizes.length - 1))] ?? 0;
    // A file ends with a whole sentence: the smallest are a little larger than planned.
    for (const [part, planned] of [
      [0.5, 1_400],
      [0.9, 21_000],
      [0.99, 64_000],
      [1, 679_000],
    ] as const) {
      expect(share(part)).toBeGreaterThan(planned * 0.95);
      expect(share(part)).toBeLessThan(planned * 1.15);
    }
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect(sum / sizes.length).toBeGreaterThan(6_900);
    expect(sum / sizes.length).toBeLessThan(8_200);
  });

  test("a small archive has files of 5 KB", () => {
    for (const { bytes } of listFiles({ kind: "small", posts: 60, seed: 1 })) {
      expect(bytes.length).toBeGreaterThan(4_700);
      expect(bytes.length).toBeLessThan(5_900);
    }
  });

  test("text compresses like real Chinese, not like a pattern", () => {
    const bodies = listFiles({ kind: "small", posts: 60, seed: 1 }).map(({ bytes }) =>
      bytes.subarray(Buffer.from(bytes).indexOf("------") + 7),
    );
    const packed = bodies.reduce((sum, body) => sum + deflateRawSync(body).length, 0);
    const plain = bodies.reduce((sum, body) => sum + body.length, 0);
    expect(packed / plain).toBeGreaterThan(0.42);
    expect(packed / plain).toBeLessThan(0.55);
  });

  test("quirks stand in their measured proportions", () => {
    // As counted in 35,138 posts; the last three by sight.
    for (const [counted, pattern] of [
      [20_537, /^comments: True$/m],
      [4, /^layout: page$/m],
      [4_335, / style="text-align/],
      [3_119, /data-src="https/],
      [718, /<iframe /],
      [589, / onload=/],
      [1_500, /cx_paywall_placeholder/],
      [700, /class="region region-content"/],
      [2_400, /id="dfp-ad-imu1"/],
    ] as const) {
      const planned = Math.max(1, Math.round((counted / 35_138) * plan.posts));
      // Those without front matter and the few in Markdown have no place for some.
      expect(count(pattern), String(pattern)).toBeGreaterThanOrEqual(Math.floor(planned * 0.9));
      expect(count(pattern), String(pattern)).toBeLessThanOrEqual(planned);
    }
    expect(count(/^\[.*\]\(https:.*\)\n------$/m)).toBe(plan.posts);
  });

  test("even a small archive has every quirk", () => {
    const few = listFiles({ kind: "mixed", posts: 200, seed: 3 });
    const read = few.map(({ bytes }) => new TextDecoder().decode(bytes));
    for (const pattern of [
      /^permalink: /m,
      /^hackmd: /m,
      /^(?!---)/,
      /^---\n(?:(?!title:).*\n)*---\n/,
      /^---\n(?:(?!date:).*\n)*---\n|^---\n(?:(?!title:).*\n)*---\n/,
      / style="text-align/,
      /\/%25[0-9A-F]/,
      /<figcaption>/,
    ]) {
      expect(read.some((text) => pattern.test(text))).toBe(true);
    }
  });

  test("some files hold broken bytes, all others are UTF-8", () => {
    const broken = files.filter(({ bytes }) => {
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        return false;
      } catch (thrown) {
        return thrown instanceof TypeError;
      }
    });
    expect(broken).toHaveLength(countQuirk("brokenBytes", plan.posts));
  });

  test("paths are unique, fit a disk, and some share their base name", () => {
    expect(new Set(files.map((file) => file.path)).size).toBe(plan.posts);
    const names = files.map((file) => path.posix.basename(file.path));
    for (const name of names) {
      expect(name).toMatch(/^\d{4}-\d\d-\d\d-.*\.md$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    }
    const odd = names.filter((name) => /[\\"]/.test(name)).length;
    expect(odd).toBeGreaterThanOrEqual(countQuirk("oddName", plan.posts));
    const repeated = names.length - new Set(names).size;
    expect(repeated).toBeGreaterThan(countQuirk("sameName", plan.posts) * 0.8);
  });

  test("one tag holds a sixth of all posts; an outlet is author, tag and category at once", () => {
    const tags = new Map<string, number>();
    for (const text of texts) {
      for (const tag of /^tags: \[ (.*) \]$/m.exec(text)?.[1]?.split(", ") ?? []) {
        tags.set(tag, (tags.get(tag) ?? 0) + 1);
      }
    }
    expect(tags.size).toBe(37);
    const largest = Math.max(...tags.values()) / plan.posts;
    expect(largest).toBeGreaterThan(0.13);
    expect(largest).toBeLessThan(0.19);
    expect(
      count(/^author: (.*)\n[\s\S]*^tags: \[ \1[, ][\s\S]*^categories: \[ \1 \]$/m),
    ).toBeGreaterThan(plan.posts * 0.5);
  });

  test("simplified and traditional Chinese stand side by side, with some English", () => {
    const share = (pattern: RegExp) => count(pattern) / plan.posts;
    expect(share(/们|这|对/)).toBeGreaterThan(0.4);
    expect(share(/們|這|對/)).toBeGreaterThan(0.2);
    expect(share(/ the /)).toBeGreaterThan(0.015);
    expect(share(/ the /)).toBeLessThan(0.08);
  });
});
