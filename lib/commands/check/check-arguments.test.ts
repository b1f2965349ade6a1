import { describe, expect, it } from "vitest";
import { isAskedFor, readCheckArguments } from "@/lib/commands/check/check-arguments";

const there = new Set([
  "/site/content",
  "/site/content/posts",
  "/site/content/posts/a.md",
  "/site/README.md",
  "/site/content-of-others/a.md",
]);

const read = (...given: string[]) =>
  readCheckArguments(given, {
    contentDirectory: "/site/content",
    workingDirectory: "/site",
    exists: (absolute) => there.has(absolute),
  });

describe("what npm run check is asked", () => {
  it("is everything, for people, when nothing is said", () => {
    expect(read()).toEqual({ json: false, all: false, paths: [] });
  });

  it("may be some files, as seen from the project or from the content folder", () => {
    const asked = read("--json", "content/posts/", "posts/a.md", "/site/content", "--all");
    const paths = ["posts", "posts/a.md", ""];
    expect(asked).toEqual({ json: true, all: true, paths });
  });

  it.each([
    ["--jsno", "there is no option --jsno"],
    ["posts/gone.md", "posts/gone.md is not there"],
    ["README.md", "README.md is not in the content folder"],
    ["content-of-others/a.md", "content-of-others/a.md is not in the content folder"],
  ])("is refused when it can't be meant: %s", (argument, reason) => {
    expect(() => read(argument)).toThrow(reason);
  });
});

it("takes a folder for all that is in it, and for nothing beside it", () => {
  expect(isAskedFor("posts/a.md", ["posts"])).toBe(true);
  expect(isAskedFor("posts-old/a.md", ["posts"])).toBe(false);
  expect(isAskedFor("posts/a.md", ["posts/a.md"])).toBe(true);
  expect(isAskedFor("posts/a.md.md", ["posts/a.md"])).toBe(false);
  expect(isAskedFor("x.md", [""])).toBe(true);
  expect(isAskedFor("x.md", [])).toBe(true);
});
