import { expect, test } from "vitest";

import { videoHosts } from "@/lib/html/video-hosts/video-hosts";
import { frameOrigins } from "@/lib/security/frame-origins.mjs";

test("what a page may frame is where the players live, no more and no less", () => {
  expect([...frameOrigins].sort()).toEqual(videoHosts.map((host) => host.frameOrigin).sort());
});
