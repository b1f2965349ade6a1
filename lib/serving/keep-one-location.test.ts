import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { keepOneLocation } from "@/lib/serving/keep-one-location";

it("says once where a page has moved, and other things as often as they are said", () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  keepOneLocation(response);
  response.setHeader("location", "/posts/a");
  response.appendHeader("Location", "/posts/a");
  response.appendHeader("location", ["/x", "/posts/a"]);
  response.appendHeader("Set-Cookie", "a=1").appendHeader("Set-Cookie", ["b=2"]);
  expect(response.getHeader("location")).toBe("/posts/a");
  expect(response.getHeader("set-cookie")).toEqual(["a=1", "b=2"]);
});
