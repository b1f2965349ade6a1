import { describe, expect, it } from "vitest";
import * as settingsModule from "@/lib/settings";

const { completeSettings } = settingsModule;

describe("a publication that says nothing of itself", () => {
  it("has listings of its own, in its language, and no word of anybody else's", () => {
    expect(completeSettings({ language: "en" })).toMatchObject({
      name: "A publication",
      shortName: "A publication",
      description: "",
      footer: "",
      navigation: [
        { label: "Categories", href: "/categories" },
        { label: "Tags", href: "/tags" },
        { label: "Authors", href: "/authors" },
        { label: "Archive", href: "/archive" },
      ],
    });
    // In which dates of archives that are there already were read.
    expect(completeSettings({})).toMatchObject({ language: "zh-Hans", timeZone: "Asia/Shanghai" });
  });

  it.each([
    ["https://news.example.com", "news.example.com"],
    ["https://www.example.com", "example.com"],
    ["https://xn--fiqs8s.example", "中国.example"],
    ["http://localhost:3000", "一份刊物"],
    ["http://127.0.0.1:3000", "一份刊物"],
    ["http://[::1]:3000", "一份刊物"],
  ])("is called after its host, where others can reach it: %s", (siteUrl, name) => {
    expect(completeSettings({}, siteUrl).name).toBe(name);
  });
});

it("takes what is said in place of a default, group by group", () => {
  const settings = completeSettings({
    name: "Ours",
    navigation: [],
    comments: { order: "newest", limits: { thread: { count: 1, minutes: 1 } } },
  });
  expect(settings).toMatchObject({ name: "Ours", shortName: "Ours", navigation: [] });
  expect(settings.comments).toMatchObject({
    order: "newest",
    moderation: "first",
    limits: { address: { count: 10, minutes: 10 }, thread: { count: 1, minutes: 1 } },
  });
});

it("are made anew for whoever asks: nothing holds settings that are as old as its module", () => {
  expect(Object.keys(settingsModule)).toEqual(["completeSettings"]);
});
