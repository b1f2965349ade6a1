import { expect, it } from "vitest";
import { pathInFolder } from "@/lib/commands/content/problem-in-folder";

it("is the path as an editor opens it", () => {
  expect(pathInFolder("content", "posts/a.md")).toBe("content/posts/a.md");
  expect(pathInFolder(".", "a.md")).toBe("a.md");
});

it.each(["::add-mask::x.md", "  ::error::x.md", "##[error]x.md"])(
  "is no command to GitHub's runner: %s",
  (file) => {
    expect(pathInFolder(".", file)).toBe(`./${file}`);
  },
);
