import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://embed.ted.com/talks/the_harbour_at_dawn",
  "https://www.ted.com/talks/the_harbour_at_dawn",
  "https://embed-ssl.ted.com/talks/the_harbour_at_dawn.html",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "ted" }, id: "the_harbour_at_dawn" });
  expect(video?.host.watchUrl("the_harbour_at_dawn")).toBe(
    "https://www.ted.com/talks/the_harbour_at_dawn",
  );
  expect(video?.host.playerUrl("the_harbour_at_dawn")).toBe(
    "https://embed.ted.com/talks/the_harbour_at_dawn",
  );
});

test("the language of the subtitles stays", () => {
  for (const address of [
    "https://embed.ted.com/talks/lang/zh-tw/the_harbour_at_dawn",
    "https://www.ted.com/talks/the_harbour_at_dawn?language=zh-TW",
  ]) {
    const video = findVideo(address);
    expect(video?.id).toBe("lang/zh-tw/the_harbour_at_dawn");
    expect(video?.host.watchUrl(video.id)).toBe(
      "https://www.ted.com/talks/the_harbour_at_dawn?language=zh-tw",
    );
  }
});

test.each(["https://www.ted.com/speakers/x", "https://www.ted.com/talks"])(
  "%s is no video",
  (address) => {
    expect(findVideo(address)).toBeUndefined();
  },
);
