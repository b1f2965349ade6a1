import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://v.qq.com/txp/iframe/player.html?vid=m0026zvbuy3",
  "https://v.qq.com/iframe/preview.html?width=500&vid=m0026zvbuy3&auto=0",
  "https://v.qq.com/x/page/m0026zvbuy3.html",
  "https://v.qq.com/x/cover/mzc00200abcdefg/m0026zvbuy3.html",
  "http://static.video.qq.com/TPout.swf?vid=m0026zvbuy3&auto=0",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "tencent" }, id: "m0026zvbuy3" });
  expect(video?.host.watchUrl("m0026zvbuy3")).toBe("https://v.qq.com/x/page/m0026zvbuy3.html");
  expect(video?.host.playerUrl("m0026zvbuy3")).toBe(
    "https://v.qq.com/txp/iframe/player.html?vid=m0026zvbuy3&autoplay=true",
  );
});

test.each([
  "https://mp.weixin.qq.com/s?vid=m0026zvbuy3",
  "https://v.qq.com/channel/news",
  "https://v.qq.com/txp/iframe/player.html?vid=%3Cscript%3E",
])("%s is no video", (address) => {
  expect(findVideo(address)).toBeUndefined();
});
