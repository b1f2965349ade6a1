import { expect, it } from "vitest";
import { nameDevelopmentStores } from "@/lib/commands/development/development-stores";

const silence = {
  REDIS_URL: "",
  WEBHOOK_SECRET: "",
  CRON_SECRET: "",
  DEPLOY_HOOK_URL: "",
  COMMENTS_WEBHOOK_URL: "",
};

it("has files of its own, for each content folder another", () => {
  expect(nameDevelopmentStores({ development: {}, site: {}, all: {} })).toEqual({
    CONTENT_DATABASE_URL: "file:.masthead/dev/content.db",
    CONTENT_DATABASE_AUTH_TOKEN: "",
    COMMENTS_DATABASE_URL: "file:.masthead/dev/comments.db",
    COMMENTS_DATABASE_AUTH_TOKEN: "",
    ...silence,
  });
  const all = { CONTENT_DIR: "/srv/posts" };
  expect(nameDevelopmentStores({ development: {}, site: all, all }).CONTENT_DATABASE_URL).toMatch(
    /^file:\.masthead\/dev\/content-[0-9a-f]{8}\.db$/,
  );
});

it("takes nothing that the site uses, wherever that is named", () => {
  const site = {
    CONTENT_DATABASE_URL: "libsql://content.example.com",
    CONTENT_DATABASE_AUTH_TOKEN: "token",
    COMMENTS_DATABASE_URL: "file:/var/lib/masthead/comments.db",
    REDIS_URL: "redis://10.0.0.1",
    WEBHOOK_SECRET: "secret",
    CRON_SECRET: "secret",
    DEPLOY_HOOK_URL: "https://example.com/deploy",
    COMMENTS_WEBHOOK_URL: "https://example.com/notify",
  };
  expect(nameDevelopmentStores({ development: {}, site, all: site })).toEqual({
    CONTENT_DATABASE_URL: "file:.masthead/dev/content.db",
    CONTENT_DATABASE_AUTH_TOKEN: "",
    COMMENTS_DATABASE_URL: "file:.masthead/dev/comments.db",
    COMMENTS_DATABASE_AUTH_TOKEN: "",
    ...silence,
  });
});

it("takes what is named for development alone", () => {
  const development = {
    CONTENT_DATABASE_URL: "libsql://trial.example.com",
    CONTENT_DATABASE_AUTH_TOKEN: "trial",
    COMMENTS_WEBHOOK_URL: "http://localhost:9000",
  };
  const site = { CONTENT_DATABASE_URL: "libsql://content.example.com" };
  expect(nameDevelopmentStores({ development, site, all: { ...site, ...development } })).toEqual(
    expect.objectContaining(development),
  );
});

it.each([
  ["CONTENT_DATABASE_URL", "file:./.masthead/content.db", {}],
  ["COMMENTS_DATABASE_URL", "file:.masthead/comments.db", {}],
  [
    "CONTENT_DATABASE_URL",
    "https://content.example.com/",
    { CONTENT_DATABASE_URL: "libsql://content.example.com" },
  ],
])("refuses %s=%s, which is the site's", (name, url, site) => {
  const development = { [name]: url };
  const choose = () => nameDevelopmentStores({ development, site, all: development });
  expect(choose).toThrow(`${name}=${url} in .env.development is the store of the site`);
});
