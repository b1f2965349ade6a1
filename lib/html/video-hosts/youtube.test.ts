import { expect, test } from "vitest";

import { findVideo } from "@/lib/html/video-hosts/video-hosts";

test.each([
  "https://www.youtube.com/embed/aB3_-xYz901?rel=0",
  "https://www.youtube-nocookie.com/embed/aB3_-xYz901",
  "https://www.youtube.com/watch?feature=share&v=aB3_-xYz901",
  "https://m.youtube.com/watch?v=aB3_-xYz901#x",
  "https://youtu.be/aB3_-xYz901?si=q",
  "https://www.youtube.com/live/aB3_-xYz901",
  "http://www.youtube.com/v/aB3_-xYz901&hl=en_US&fs=1",
])("%s", (address) => {
  const video = findVideo(address);
  expect(video).toMatchObject({ host: { key: "youtube" }, id: "aB3_-xYz901", isPortrait: false });
  expect(video?.host.watchUrl("aB3_-xYz901", 90)).toBe(
    "https://www.youtube.com/watch?v=aB3_-xYz901&t=90",
  );
  expect(video?.host.playerUrl("aB3_-xYz901", 90)).toBe(
    "https://www.youtube-nocookie.com/embed/aB3_-xYz901?autoplay=1&start=90",
  );
});

test("a short is upright", () => {
  expect(findVideo("https://www.youtube.com/shorts/aB3_-xYz901")?.isPortrait).toBe(true);
});

test.each([
  "https://www.youtube.com/@harbour",
  "https://www.youtube.com/watch?v=short",
  "https://www.youtube.com/embed/videoseries?list=PL123",
  "https://notyoutube.com/watch?v=aB3_-xYz901",
  "https://youtube.com.evil.example/embed/aB3_-xYz901",
  "https://evil.example/https://www.youtube.com/embed/aB3_-xYz901",
])("%s is no video", (address) => {
  expect(findVideo(address)).toBeUndefined();
});
