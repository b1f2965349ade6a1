import { expect, it } from "vitest";
import { headersForNext } from "@/lib/server/headers-for-next";

const asked = {
  host: "news.example",
  cookie: "a=1",
  accept: "application/json",
  range: "bytes=0-9",
  rsc: "1",
  "user-agent": "Twitterbot/1.0",
  "content-security-policy": "script-src 'nonce-abc'",
  "x-masthead-address": "/elsewhere",
  "x-masthead-peer": "192.0.2.7",
};

it("lets nothing of a client into a page, whoever gets it", () => {
  expect(headersForNext(asked, "/posts/a")).toEqual({
    host: "news.example",
    "x-masthead-peer": "192.0.2.7",
    "x-masthead-address": "/posts/a",
  });
});

it("leaves routes what they may read", () => {
  expect(headersForNext(asked, undefined)).toEqual({
    host: "news.example",
    cookie: "a=1",
    accept: "application/json",
    "x-masthead-peer": "192.0.2.7",
    "x-masthead-address": "",
  });
});
