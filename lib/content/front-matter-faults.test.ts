import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/front-matter";

const faultsOf = (text: string) => {
  const parsed = parseFrontMatter(text);
  return parsed.ok ? [] : parsed.findings;
};

const firstFault = (yaml: string) => {
  const [first] = faultsOf(`---\n${yaml}\n---\n`);
  return first && { line: first.line, column: first.column };
};

describe("a file without front matter", () => {
  it.each([
    "# A heading\n",
    "title: T\n---\n",
    " ---\ntitle: T\n---\n",
    "———\ntitle: T\n———\n",
    "---",
  ])("is told apart from one whose front matter is wrong: %j", (text) => {
    expect(parseFrontMatter(text)).toMatchObject({ ok: false, missing: true });
  });

  it("is not one whose front matter is never closed", () => {
    const parsed = parseFrontMatter("---\ntitle: T\n\nA long text");
    expect(parsed).toMatchObject({ ok: false, missing: false });
    expect(faultsOf("---\ntitle: T\n----\n")[0]?.message).toContain("never closed");
  });
});

describe("the place of a fault in YAML", () => {
  it.each([
    ["a colon inside a title", "date: 2023-01-01\ntitle: One: two", 3, 8],
    ["an apostrophe inside single quotes", "title: 'It's'", 2, 12],
    ["a title that starts with a quotation", 'title: "引" 号', 2, 12],
    ["a title that starts with a bracket", "title: [快讯] 标题", 2, 13],
    ["a title that starts with @", "title: @reader", 2, 8],
    ["a tab as indentation", "title: T\ntags:\n\t- a", 4, 1],
    ["a list that is never closed", "title: [", 2, 8],
    ["lines without a space behind the colon", "title:T\ndate:2023", 2, 1],
    ["lines with full-width colons", "title：T\ndate：2023", 2, 1],
  ])("is exact for %s", (_what, yaml, line, column) => {
    expect(firstFault(yaml)).toEqual({ line, column });
  });

  it("is in the file, also where the parser has lost count", () => {
    for (const { line } of faultsOf("---\nlayout: }\nlayout:*a\nlayout: \n---\nText\n")) {
      expect(line).toBeLessThanOrEqual(5);
    }
  });

  it("is said in one line, without the parser's excerpt of the file", () => {
    for (const { message, remedy } of faultsOf("---\ntitle: 'It's'\n---\n")) {
      expect(message).toMatch(/^the front matter is not valid YAML: \S/);
      expect(message).not.toMatch(/\n|at line \d/);
      expect(remedy).not.toBe("");
    }
  });
});

describe("front matter that is wrong throughout", () => {
  it.each([
    ["20,000 open brackets", "[".repeat(20_000)],
    ["3,000 lists within lists", "x: [\n".repeat(3_000)],
    ["30,000 open quotes", "'\n".repeat(30_000)],
  ])("gives an editor a handful of lines, not thousands: %s", (_what, yaml) => {
    const faults = faultsOf(`---\n${yaml}\n---\n`);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(20);
  });

  it("speaks of nesting, not of our call stack", () => {
    const faults = faultsOf(`---\n${"[".repeat(20_000)}\n---\n`);
    expect(faults.some(({ message }) => message.includes("call stack"))).toBe(false);
  });

  it("grows no bigger than it is through anchors", () => {
    const levels = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const text = `---\na0: &a0 [x]\n${levels.join("\n")}\ntags: *a40\n---\n`;
    const parsed = parseFrontMatter(text);
    expect(parsed.ok && parsed.values.get("tags")?.value.kind).toBe("other");
  });
});

describe("YAML that means another thing than its author", () => {
  const everyFinding = (yaml: string) => {
    const { findings } = parseFrontMatter(`---\n${yaml}\n---\n`);
    return findings;
  };

  it("is not dropped in silence when asterisks make it an alias of nothing", () => {
    expect(everyFinding("title: T\nsummary: *重要*")).toMatchObject([{ line: 3 }]);
  });

  it("is not dropped in silence when an exclamation mark makes its first word a tag", () => {
    expect(everyFinding("title: !Breaking news of the day")).toMatchObject([{ line: 2 }]);
  });
});
