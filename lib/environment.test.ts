import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "@/lib/environment";

function errorOf(source: Record<string, string>): string {
  try {
    readEnvironment(source);
  } catch (thrown) {
    if (thrown instanceof EnvironmentError) return thrown.message;
    throw thrown;
  }
  return "no error";
}

describe("the environment", () => {
  const defaults = {
    contentDirectory: "content",
    contentDatabase: { url: "file:.masthead/content.db" },
    siteUrl: "http://localhost:3000",
    port: 3000,
  };

  it("has a default for everything", () => {
    expect(readEnvironment({})).toMatchObject(defaults);
  });

  it("listens everywhere unless told otherwise, and believes proxies that are near", () => {
    const near = readEnvironment({});
    expect(near.host).toBeUndefined();
    expect(near.trustedProxies).toEqual(["loopback", "private"]);
    const named = readEnvironment({
      HOST: "127.0.0.1",
      TRUSTED_PROXIES: "loopback, 203.0.113.0/24 2001:db8::1",
    });
    expect(named.host).toBe("127.0.0.1");
    expect(named.trustedProxies).toEqual([
      "loopback",
      { network: "203.0.113.0/24" },
      { network: "2001:db8::1/128" },
    ]);
    expect(errorOf({ TRUSTED_PROXIES: "10.0.0.0/99" })).toContain("TRUSTED_PROXIES=10.0.0.0/99");
    expect(errorOf({ HOST: "http://a" })).toContain("HOST=http://a");
  });

  it("takes one script that counts readers, and nothing that could be another one", () => {
    expect(readEnvironment({}).analytics).toBeUndefined();
    const script = "https://stats.example.com/js/script.js";
    const named = { ANALYTICS_SCRIPT: script, ANALYTICS_DATA: "website-id=6c domains=a.example" };
    expect(readEnvironment(named).analytics).toEqual({
      script,
      attributes: { "data-website-id": "6c", "data-domains": "a.example" },
    });
    for (const wrong of [
      "http://stats.example.com/script.js",
      "https://stats.example.com",
      "//stats.example.com/script.js",
      "https://stats.example.com/a.js https://evil.example/b.js",
      "https://stats.example.com/a.js;script-src",
      "/_next/static/x.js",
      "script.js",
    ]) {
      expect(errorOf({ ANALYTICS_SCRIPT: wrong }), wrong).toContain("ANALYTICS_SCRIPT=");
    }
    expect(errorOf({ ...named, ANALYTICS_DATA: "onload=x y" })).toContain("ANALYTICS_DATA=");
  });

  it("counts an empty variable as unset", () => {
    const empty = {
      CONTENT_DIR: "",
      CONTENT_DATABASE_URL: " ",
      SITE_URL: "",
      PORT: "",
      CONTENT_DATABASE_AUTH_TOKEN: "",
    };
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });

  it("takes what is given", () => {
    const environment = readEnvironment({
      CONTENT_DIR: "/srv/posts",
      CONTENT_DATABASE_URL: "libsql://db.example.com",
      CONTENT_DATABASE_AUTH_TOKEN: "secret",
      SITE_URL: "https://example.com//",
      PORT: "8080",
    });
    expect(environment).toMatchObject({
      contentDirectory: "/srv/posts",
      contentDatabase: { url: "libsql://db.example.com", authToken: "secret" },
      siteUrl: "https://example.com",
      port: 8080,
    });
  });

  it("has the port in the local address, and Vercel's host where there is one", () => {
    expect(readEnvironment({ PORT: "8080" }).siteUrl).toBe("http://localhost:8080");
    const vercel = { VERCEL_PROJECT_PRODUCTION_URL: "news.vercel.app" };
    expect(readEnvironment(vercel).siteUrl).toBe("https://news.vercel.app");
    expect(readEnvironment({ ...vercel, SITE_URL: "https://a.example" }).siteUrl).toBe(
      "https://a.example",
    );
  });
});

describe("the store of a content folder", () => {
  const storeOf = (folder: string) => readEnvironment({ CONTENT_DIR: folder }).contentDatabase.url;

  it("is one for each folder, however the folder is written", () => {
    for (const folder of ["content", "./content", "content/", `${process.cwd()}/content`]) {
      expect(storeOf(folder), folder).toBe("file:.masthead/content.db");
    }
    expect(storeOf("../shared/seed/")).toBe(storeOf("../shared/seed"));
    expect(storeOf("a/content")).not.toBe(storeOf("content"));
    expect(storeOf("a")).not.toBe(storeOf("b"));
    expect(storeOf("文章")).toMatch(/^file:\.masthead\/content-[0-9a-f]{8}\.db$/);
  });
});

describe("the doors of moderators", () => {
  it("are closed unless they are opened", () => {
    const closed = readEnvironment({ ADMIN_PASSWORD: "", COMMENTS_WEBHOOK_SECRET: "s3cret" });
    expect(closed.adminPassword).toBeUndefined();
    expect(closed.commentsWebhook).toBeUndefined();
    const open = readEnvironment({
      ADMIN_PASSWORD: " with spaces ",
      COMMENTS_WEBHOOK_URL: "https://chat.example.com/hook",
      COMMENTS_WEBHOOK_SECRET: "s3cret",
    });
    expect(open.adminPassword).toBe(" with spaces ");
    expect(open.commentsWebhook).toEqual({
      url: "https://chat.example.com/hook",
      secret: "s3cret",
    });
  });
});

describe("a wrong environment", () => {
  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["SITE_URL", "example.com"],
    ["SITE_URL", "ftp://example.com"],
    ["SITE_URL", "https://example.com/news"],
    ["SITE_URL", "https://example.com/?"],
    ["SITE_URL", "https://example.com/#top"],
    ["SITE_URL", "https://me:pass@example.com"],
    ["LOG_LEVEL", "verbose"],
    ["CONTENT_DATABASE_URL", "content.db"],
    ["CONTENT_DATABASE_URL", "postgres://x"],
    ["COMMENTS_WEBHOOK_URL", "chat.example.com/hook"],
  ])("names the variable and its value: %s=%s", (name, value) => {
    expect(errorOf({ [name]: value })).toContain(`${name}=${value}: must `);
  });

  it("is a password that can be guessed, which isn't shown", () => {
    // Eleven characters, of which most take two code units.
    const short = "海🐈🐈🐈🐈🐈🐈🐈🐈🐈1";
    expect(errorOf({ ADMIN_PASSWORD: short })).toMatch(/ADMIN_PASSWORD=…: must have 12 characters/);
    expect(errorOf({ ADMIN_PASSWORD: short })).not.toContain(short);
    expect(errorOf({ ADMIN_PASSWORD: `${short}2` })).toBe("no error");
  });

  it("is one database for content and comments, however it is spelt", () => {
    for (const [content, comments] of [
      ["file:.masthead/a.db", `file:${process.cwd()}/.masthead/../.masthead/a.db`],
      ["", "file:./.masthead/content.db"],
      ["file:.masthead/comments.db", ""],
      ["libsql://db.example", "https://db.example/"],
    ]) {
      const said = errorOf({
        CONTENT_DATABASE_URL: content ?? "",
        COMMENTS_DATABASE_URL: comments ?? "",
      });
      expect(said, content).toMatch(/COMMENTS_DATABASE_URL=.*: must be another database than/);
    }
    expect(errorOf({ CONTENT_DATABASE_URL: "file:a.db", COMMENTS_DATABASE_URL: "file:b.db" })).toBe(
      "no error",
    );
  });

  it("names all that is wrong at once, and never a secret", () => {
    const message = errorOf({ PORT: "x", SITE_URL: "x", CONTENT_DATABASE_AUTH_TOKEN: "s3cret" });
    expect(message).toMatch(/PORT=x[\s\S]*SITE_URL=x|SITE_URL=x[\s\S]*PORT=x/);
    expect(message).not.toContain("s3cret");
  });
});
