import { expect, test } from "vitest";

import { findVideo, readVideo, videoHosts } from "@/lib/html/video-hosts/video-hosts";

test("each key stands once, and each player lives where its host says", () => {
  expect(new Set(videoHosts.map((host) => host.key)).size).toBe(videoHosts.length);
  for (const host of videoHosts) {
    expect(new URL(host.playerUrl("x", 5)).origin).toBe(host.frameOrigin);
  }
});

test.each([
  ["t=90", 90],
  ["t=1m30s", 90],
  ["start=90", 90],
  ["t=1h", 3600],
  ["t=0", undefined],
  ["t=-5", undefined],
  ["t=999999999", undefined],
  ["t=<b>", undefined],
])("%s begins at %s", (query, start) => {
  expect(findVideo(`https://www.youtube.com/watch?v=aB3_-xYz901&${query}`)?.start).toBe(start);
});

test("a still is read back only if all it says is in order", () => {
  const still = { videoHost: "youtube", videoId: "aB3_-xYz901", videoStart: "90" };
  expect(readVideo(still)).toMatchObject({ host: { key: "youtube" }, start: 90 });
  expect(readVideo({ ...still, videoStart: "1e9" })).not.toHaveProperty("start");
  expect(readVideo({ ...still, videoStart: undefined })).not.toHaveProperty("start");
  expect(readVideo({ ...still, videoId: '"><script>' })).toBeUndefined();
  expect(readVideo({ ...still, videoId: undefined })).toBeUndefined();
  expect(readVideo({ ...still, videoHost: "constructor" })).toBeUndefined();
});

test.each(["", "/watch?v=aB3_-xYz901", "javascript:alert(1)", "https://", "not an address"])(
  "%j leads to no video",
  (address) => {
    expect(findVideo(address)).toBeUndefined();
  },
);
