import { expect, it } from "vitest";
import { findTargets } from "@/lib/commands/publish-targets";

const running = [{ pid: 1, port: 3000, secret: "noted", databaseUrl: "file:a.db" }];
const environment = { siteUrl: "https://example.com", revalidateSecret: "set" };

it("are the sites that run here, with the secrets that they noted", () => {
  expect(findTargets([], running, environment)).toEqual({
    ok: true,
    targets: [{ site: "http://localhost:3000", secret: "noted" }],
  });
});

it("are the public address where none runs here", () => {
  expect(findTargets([], [], environment)).toEqual({
    ok: true,
    targets: [{ site: "https://example.com", secret: "set" }],
  });
});

it("are those that are named, each with its own secret", () => {
  expect(findTargets(["http://localhost:3000", "http://b"], running, environment)).toEqual({
    ok: true,
    targets: [
      { site: "http://localhost:3000", secret: "noted" },
      { site: "http://b", secret: "set" },
    ],
  });
});

it("are refused where the secret of one isn't known", () => {
  expect(findTargets(["http://b"], running, { siteUrl: "https://example.com" })).toEqual({
    ok: false,
    error: expect.stringContaining("the secret of http://b isn't known"),
  });
});
