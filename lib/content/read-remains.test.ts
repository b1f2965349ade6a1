import { describe, expect, it } from "vitest";
import { isWithdrawn, readRemains, readRemainsOfBytes } from "@/lib/content/read-remains";

const zone = "Asia/Shanghai";
const read = (text: string) => readRemains(text, zone);

describe("what is left of a file that is refused", () => {
  it.each([
    ["draft: true", true],
    ["draft: yes", true],
    ['"draft":   "True"  # not yet', true],
    ["published: false", true],
    ["'published': off", true],
    ["draft: false", false],
    ["published: true", false],
    ["draft: true-ish", false],
    ["draft:true", false],
    ["  draft: true", false],
    ["# draft: true", false],
    ["drafts: true", false],
  ])("tells by `%s` whether it is held back: %s", (line, isHidden) => {
    for (const text of [
      `---\ntitle: a: b\n${line}\n---\nText.\n`,
      `\n\n---\n${line}\ntitle: [\n----\nText.\n`,
      `title: T\n${line}\n\nText.\n`,
      `---\ntitle: T\n${line}\n\nNever closed.\n`,
    ]) {
      expect(read(text).isHidden, text).toBe(isHidden);
    }
  });

  it("isn't told by the text", () => {
    for (const text of [
      "---\ntitle: a: b\n---\ndraft: true\n",
      "---\ntitle: T\n\ndraft: true\n",
      "Some words.\n\ndraft: true\n",
    ]) {
      expect(read(text).isHidden, text).toBe(false);
    }
  });

  it("tells date, id and body", () => {
    expect(read("---\ntitle: a: b\ndate: 2024-05-01\nid: 'x-1'\n---\nOne.\n\n---\nTwo.\n")).toEqual(
      {
        isHidden: false,
        date: Date.parse("2024-04-30T16:00:00Z"),
        id: "x-1",
        body: "One.\n\n---\nTwo.\n",
      },
    );
    expect(read("---\ndate: 2024-02-31\n---\n").date).toBeUndefined();
  });

  it("believes what could be parsed before what was found", () => {
    const fields = { draft: true, id: "y" };
    expect(readRemains("---\nid: x\n---\n", zone, fields)).toMatchObject({
      isHidden: true,
      id: "y",
    });
  });

  it("is read from what is no UTF-8", () => {
    const text = "---\ntitle: \u00e9\ndraft: true\r\n---\r\n";
    for (const bytes of [
      Buffer.from(text, "latin1"),
      Buffer.from(`\ufeff${text}`, "utf16le"),
      Buffer.from(text, "utf16le").swap16(),
    ]) {
      expect(readRemainsOfBytes(bytes, zone).isHidden).toBe(true);
    }
    expect(readRemainsOfBytes(Buffer.alloc(1000), zone).isHidden).toBe(false);
  });
});

it("takes a document back that is hidden or has a date to come", () => {
  expect(isWithdrawn({}, 5)).toBe(false);
  expect(isWithdrawn({ isHidden: false, date: 5 }, 5)).toBe(false);
  expect(isWithdrawn({ date: 6 }, 5)).toBe(true);
  expect(isWithdrawn({ isHidden: true }, 5)).toBe(true);
});
