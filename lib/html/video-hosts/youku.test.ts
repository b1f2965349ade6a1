import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://player.youku.com/embed/XNDA0MDg2NzY4NA==",
  "https://v.youku.com/v_show/id_XNDA0MDg2NzY4NA==.html?spm=a",
  "http://player.youku.com/player.php/Type/Folder/Ob/1/sid/XNDA0MDg2NzY4NA==/v.swf",
  "https://player.youku.com/player.php/sid/XNDA0MDg2NzY4NA==/v.swf",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "youku" }, id: "XNDA0MDg2NzY4NA==" });
  expect(video?.host.watchUrl("XNDA0MDg2NzY4NA==")).toBe(
    "https://v.youku.com/v_show/id_XNDA0MDg2NzY4NA==.html",
  );
  expect(video?.host.playerUrl("XNDA0MDg2NzY4NA==")).toBe(
    "https://player.youku.com/embed/XNDA0MDg2NzY4NA==",
  );
});

test.each(["https://www.youku.com/", "https://player.youku.com/embed/X1/../../evil"])(
  "%s is no video",
  (address) => {
    expect(findVideo(address)).toBeUndefined();
  },
);
