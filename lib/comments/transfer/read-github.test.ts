import { describe, expect, it } from "vitest";
import { readGithub } from "@/lib/comments/transfer/read-github";

const at = "2024-01-02T03:04:05Z";

const time = Date.parse(at);

describe("discussions of giscus", () => {
  const discussion = {
    number: 5,
    title: "posts/harbour",
    url: "https://github.com/o/r/discussions/5",
    body: "# 海港\n\nhttps://news.example.com/posts/harbour\n\n<!-- sha1: x -->",
    comments: {
      nodes: [
        {
          id: "DC_1",
          author: { login: "jia", url: "https://github.com/jia" },
          body: "**一**",
          createdAt: at,
          lastEditedAt: "2024-01-03T00:00:00Z",
          replies: { nodes: [{ id: "DC_2", author: null, body: "答", createdAt: at }] },
        },
        {
          id: "DC_3",
          author: { login: "x" },
          body: "买",
          createdAt: at,
          isMinimized: true,
          minimizedReason: "SPAM",
        },
        {
          id: "DC_4",
          author: { login: "x" },
          body: "旧",
          createdAt: at,
          isMinimized: true,
          minimizedReason: "OUTDATED",
        },
        { id: "DC_5", body: 5, createdAt: at },
        { id: "DC_6", body: "没有日期" },
      ],
    },
  };
  const answer = { data: { repository: { discussions: { nodes: [discussion] } } } };

  it.each([
    ["an answer", answer],
    ["pages of answers", [answer]],
    ["a list", [discussion]],
    ["one", { data: { repository: { discussion } } }],
  ])("as %s", (_, json) => {
    const { comments, skipped } = readGithub(json, "d.json");
    const thread = {
      key: "5",
      ids: ["posts/harbour"],
      addresses: ["posts/harbour", "https://news.example.com/posts/harbour"],
      title: "posts/harbour",
    };
    expect(comments).toEqual([
      {
        key: "github:DC_1",
        thread,
        place: "d.json: thread #5, comment 1",
        name: "jia",
        writer: "jia",
        website: "https://github.com/jia",
        text: "**一**",
        createdAt: time,
        editedAt: Date.parse("2024-01-03T00:00:00Z"),
        status: "visible",
      },
      {
        key: "github:DC_2",
        parentKey: "github:DC_1",
        thread,
        place: "d.json: thread #5, comment 1, reply 1",
        name: "ghost",
        writer: "ghost",
        text: "答",
        createdAt: time,
        status: "visible",
      },
      expect.objectContaining({ key: "github:DC_3", status: "spam" }),
      expect.objectContaining({ key: "github:DC_4", status: "hidden" }),
    ]);
    expect(skipped).toEqual([
      { place: "d.json: thread #5, comment 4", reason: expect.stringMatching(/^body: /) },
      { place: "d.json: thread #5, comment 5", reason: "createdAt: is missing" },
    ]);
  });
});

it("says what GitHub has left out", () => {
  const replies = { totalCount: 120, nodes: [] };
  const one = { id: "DC_1", author: null, body: "一", createdAt: at, replies };
  const discussion = { number: 5, title: "a", comments: { totalCount: 3, nodes: [one] } };
  expect(readGithub(discussion, "d.json").skipped).toEqual([
    { place: "d.json: thread #5", reason: "2 of its 3 are not in the file" },
    { place: "d.json: thread #5, comment 1", reason: "120 of its 120 are not in the file" },
  ]);
});

describe("issues of utterances", () => {
  const comment = { node_id: "IC_1", id: 1, user: { login: "jia" }, body: "一", created_at: at };

  it("as REST's two lists", () => {
    const { comments } = readGithub(
      {
        issues: [
          {
            number: 7,
            title: "海港 的灯",
            body: "[link](https://news.example.com/old/)",
            comments: 1,
          },
          { number: 8, title: "a pull request", pull_request: {}, comments: 1 },
        ],
        comments: [
          { ...comment, issue_url: "https://api.github.com/repos/o/r/issues/7" },
          { ...comment, node_id: "IC_2", issue_url: "https://api.github.com/repos/o/r/issues/8" },
        ],
      },
      "i.json",
    );
    expect(comments).toMatchObject([
      {
        key: "github:IC_1",
        name: "jia",
        createdAt: time,
        thread: { ids: [], addresses: ["https://news.example.com/old/"], title: "海港 的灯" },
      },
    ]);
  });

  it("as gh issue list writes them", () => {
    const issue = {
      number: 7,
      title: "old/2015/harbour",
      url: "https://github.com/o/r/issues/7",
      body: "",
      comments: [{ id: "IC_1", author: { login: "jia" }, body: "一", createdAt: at }],
    };
    const { comments } = readGithub([issue], "i.json");
    expect(comments).toMatchObject([{ key: "github:IC_1", thread: { ids: ["old/2015/harbour"] } }]);
  });
});

it.each([[null], [5], ["text"], [{}], [[]], [{ data: null }], [[[[]]]]])(
  "%j holds nothing, and harms nothing",
  (json) => {
    expect(readGithub(json, "x.json")).toMatchObject({ comments: [], skipped: [] });
  },
);
