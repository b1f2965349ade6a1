import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://www.dailymotion.com/embed/video/x7tgad0?autoplay=1",
  "https://geo.dailymotion.com/player/xf7zn.html?video=x7tgad0",
  "https://www.dailymotion.com/video/x7tgad0_harbour_news",
  "https://dai.ly/x7tgad0",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "dailymotion" }, id: "x7tgad0" });
  expect(video?.host.watchUrl("x7tgad0")).toBe("https://www.dailymotion.com/video/x7tgad0");
  expect(video?.host.playerUrl("x7tgad0")).toBe(
    "https://geo.dailymotion.com/player.html?video=x7tgad0",
  );
});

test.each(["https://www.dailymotion.com/harbour", "https://www.dailymotion.com/embed/playlist/x1"])(
  "%s is no video",
  (address) => {
    expect(findVideo(address)).toBeUndefined();
  },
);
