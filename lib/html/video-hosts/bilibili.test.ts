import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://player.bilibili.com/player.html?isOutside=true&aid=170001&bvid=BV17x411w7KC&cid=279786&p=1",
  "https://www.bilibili.com/video/BV17x411w7KC/?spm_id_from=333",
  "https://m.bilibili.com/video/BV17x411w7KC",
  "https://www.bilibili.com/blackboard/html5mobileplayer.html?bvid=BV17x411w7KC",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "bilibili" }, id: "BV17x411w7KC" });
  expect(video?.host.watchUrl("BV17x411w7KC")).toBe("https://www.bilibili.com/video/BV17x411w7KC");
  expect(video?.host.playerUrl("BV17x411w7KC")).toBe(
    "https://player.bilibili.com/player.html?bvid=BV17x411w7KC&page=1&autoplay=1",
  );
});

test("an old number and a part of several", () => {
  const video = findVideo("https://player.bilibili.com/player.html?aid=170001&bvid=&page=2");
  expect(video?.id).toBe("av170001-2");
  expect(video?.host.watchUrl("av170001-2", 90)).toBe(
    "https://www.bilibili.com/video/av170001?p=2&t=90",
  );
  expect(video?.host.playerUrl("av170001-2", 90)).toBe(
    "https://player.bilibili.com/player.html?aid=170001&page=2&autoplay=1&t=90",
  );
});

test.each([
  "https://www.bilibili.com/bangumi/play/ep1",
  "https://space.bilibili.com/1",
  "https://player.bilibili.com/player.html?bvid=BV1%26x",
])("%s is no video", (address) => {
  expect(findVideo(address)).toBeUndefined();
});
