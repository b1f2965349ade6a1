import { expect, it } from "vitest";
import { completeSettings } from "@/lib/settings";
import { compileSettings } from "@/lib/site/compile-settings";
import type { SiteSettings } from "@/lib/site/site-settings";

const settings = completeSettings({});

const edited: SiteSettings = {
  ...settings,
  name: "Another",
  shortName: "A",
  description: "Another one.",
  pageSize: settings.pageSize + 1,
  prerenderedPosts: 0,
  footer: "Another line.",
  comments: { ...settings.comments, provider: "none" },
  navigation: settings.navigation
    .map(({ label, href }) => ({ label: `${label}!`, href }))
    .reverse()
    .concat({ label: "Elsewhere", href: "https://elsewhere.example/" }),
};

it("stays the same whatever an editor changes that compiling doesn't read", () => {
  expect(compileSettings(edited)).toStrictEqual(compileSettings(settings));
});

it.each<Partial<SiteSettings>>([
  { language: "en" },
  { timeZone: "Europe/London" },
  { commentsByDefault: !settings.commentsByDefault },
  { navigation: [...settings.navigation, { label: "Imprint", href: "/imprint" }] },
])("is another with %j", (change) => {
  expect(compileSettings({ ...settings, ...change })).not.toStrictEqual(compileSettings(settings));
});
