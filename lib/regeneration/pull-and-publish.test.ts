import { expect, it } from "vitest";
import { describeOutput, judgeOutput } from "@/lib/regeneration/pull-and-publish";

const report = {
  files: 9,
  compiled: 2,
  deleted: 1,
  problems: 3,
  sites: [{ site: "http://a", addresses: ["/", "/posts/潮"] }],
  errors: [],
};

it("is told in numbers, whatever was printed before and however many pages there are", () => {
  expect(describeOutput(`words\n${JSON.stringify(report)}\n`)).toBe(
    "2 compiled, 1 deleted, 3 problems, 2 pages changed",
  );
});

it("names what went wrong first", () => {
  const output = JSON.stringify({ ...report, errors: ["no site answers"] });
  expect(describeOutput(output)).toMatch(/^no site answers; 2 compiled/);
});

it("is the errors alone where nothing could be done", () => {
  const output = JSON.stringify({ sites: [], errors: ["can't be pulled"], ms: 3 });
  expect(describeOutput(`${output}\nNode says something\n`)).toBe("can't be pulled");
});

it("is told as it was printed where it is no report", () => {
  expect(describeOutput("one\nmasthead: port 1 is taken\n")).toBe("masthead: port 1 is taken");
});

const file = (name: string) => ({ path: `content/${name}.md`, shownSince: "2024-05-01T10:00:00Z" });

it("names files that are newer than what readers see, and doesn't try for them again", () => {
  const output = JSON.stringify({ ...report, newerThanShown: ["a", "b"].map(file) });
  expect(describeOutput(output)).toBe(
    "newer than what readers see, for their mistakes: content/a.md, content/b.md; 2 compiled, 1 deleted, 3 problems, 2 pages changed",
  );
  expect(judgeOutput(1, output)).toBe("incomplete");
});

it("is tried again where it failed otherwise", () => {
  const newerThanShown = [file("a")];
  expect(judgeOutput(0, "")).toBe("published");
  expect(judgeOutput(1, "")).toBe("failed");
  expect(judgeOutput(1, JSON.stringify(report))).toBe("failed");
  expect(judgeOutput(1, JSON.stringify({ ...report, newerThanShown, errors: ["x"] }))).toBe(
    "failed",
  );
  expect(judgeOutput(null, JSON.stringify({ sites: [], errors: ["x"] }))).toBe("failed");
});
