import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://player.vimeo.com/video/76979871?title=0&byline=0",
  "https://vimeo.com/76979871",
  "https://vimeo.com/channels/staffpicks/76979871",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "vimeo" }, id: "76979871" });
  expect(video?.host.watchUrl("76979871")).toBe("https://vimeo.com/76979871");
  expect(video?.host.playerUrl("76979871")).toBe(
    "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1",
  );
});

test("an unlisted video keeps the part without which it doesn't play", () => {
  for (const address of [
    "https://player.vimeo.com/video/76979871?h=8272103f6e",
    "https://vimeo.com/76979871/8272103f6e",
  ]) {
    const video = findVideo(address);
    expect(video?.id).toBe("76979871/8272103f6e");
    expect(video?.host.playerUrl(video.id, 90)).toBe(
      "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=8272103f6e#t=90s",
    );
  }
});

test.each([
  "https://vimeo.com/about",
  "https://player.vimeo.com/video/76979871?h=%22%3E",
  "https://vimeo.com.evil.example/76979871",
])("%s is no video", (address) => {
  expect(findVideo(address)).toBeUndefined();
});
