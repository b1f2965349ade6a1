import { expect, it } from "vitest";
import { readDiscussion } from "@/components/comments/browser/giscus/read-discussion.client";

const data = {
  repo: "owner/name",
  repoId: "R_1",
  category: "General",
  categoryId: "DIC_1",
  term: "post",
  language: "zh-CN",
  title: "评论",
};

it("takes what its place says", () => {
  expect(readDiscussion({ ...data, other: "x" })).toEqual(data);
});

it("names what is missing", () => {
  expect(() => readDiscussion({ ...data, repoId: "" })).toThrow("repoId");
});
