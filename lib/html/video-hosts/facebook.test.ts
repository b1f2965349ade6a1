import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://www.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com%2Ffacebook%2Fvideos%2F10153231379946729%2F&show_text=false",
  "https://www.facebook.com/harbour/videos/10153231379946729/",
  "https://www.facebook.com/harbour/videos/a-day-at-sea/10153231379946729",
  "https://m.facebook.com/watch/?v=10153231379946729",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "facebook" }, id: "10153231379946729" });
  expect(video?.host.watchUrl("10153231379946729")).toBe(
    "https://www.facebook.com/watch/?v=10153231379946729",
  );
  expect(video?.host.playerUrl("10153231379946729")).toBe(
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D10153231379946729&autoplay=true",
  );
});

test.each([
  "https://www.facebook.com/harbour",
  "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1",
  "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fevil.example%2Fa%2Fvideos%2F10153231379946729",
])("%s is no video", (address) => {
  expect(findVideo(address)).toBeUndefined();
});
