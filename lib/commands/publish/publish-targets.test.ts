import { expect, it } from "vitest";
import { findTargets } from "@/lib/commands/publish/publish-targets";

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

it.each(["http://127.0.0.1:3000", "http://[::1]:3000"])("may be named as %s", (site) => {
  expect(findTargets([site], running, environment)).toEqual({
    ok: true,
    targets: [{ site, secret: "noted" }],
  });
});

it("are refused where the secret of one isn't known", () => {
  expect(findTargets(["http://b"], running, { siteUrl: "https://example.com" })).toEqual({
    ok: false,
    error: expect.stringContaining("the secret of http://b isn't known"),
  });
});
