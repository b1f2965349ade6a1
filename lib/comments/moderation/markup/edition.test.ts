import { expect, it } from "vitest";
import { editionSettings, inEdition } from "@/lib/comments/edition";
import { buildMessagePage } from "@/lib/comments/markup/form-page";
import { buildLogPage } from "@/lib/comments/moderation/markup/log-page";
import { completeSettings } from "@/lib/settings";
import type { GivenSettings } from "@/lib/site/site-settings";

const renderIn = (given: GivenSettings) =>
  inEdition(completeSettings(given), () => ({
    page: buildMessagePage("T", "M"),
    log: buildLogPage({ lines: [], page: 1, pageCount: 1, moderator: { actor: "A" } }),
  }));

it("gives pages of one reader the name, the language and the accent of the publication", () => {
  const { page, log } = renderIn({ name: "Notes", language: "en", accent: "#1b5289" });
  for (const html of [page, log]) {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("· Notes</title>");
    expect(html).toContain("/accent/1b5289.css");
  }
  expect(log).not.toMatch(/\p{Script=Han}/u);
  expect(renderIn({ language: "zh-Hant" }).log).toContain('<html lang="zh-Hant">');
});

it("keeps requests apart that are answered at the same time", async () => {
  const nameAfter = (given: GivenSettings, ms: number) =>
    inEdition(completeSettings(given), async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return editionSettings().name;
    });
  expect(await Promise.all([nameAfter({ name: "A" }, 20), nameAfter({ name: "B" }, 5)])).toEqual([
    "A",
    "B",
  ]);
});
