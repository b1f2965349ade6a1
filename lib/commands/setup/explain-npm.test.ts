import { expect, it } from "vitest";
import { explainNpm } from "@/lib/commands/setup/explain-npm.mjs";

it.each([
  [
    "npm error code ENOTFOUND\nnpm error syscall getaddrinfo",
    /^the npm registry can't be reached; /,
  ],
  ["npm warn x\nnpm ERR! code ECONNREFUSED\nnpm ERR! errno 1", /copy node_modules/],
  ["npm error code ENOSPC", /^the disk is full; make room/],
  ["npm error code EUSAGE\nnpm error", /package-lock\.json don't agree; run npm install/],
])("%j is told in one line with a remedy", (said, explanation) => {
  expect(explainNpm(said)).toMatch(explanation);
});

it.each(["", "npm error code toString", "npm error code E500", "it says code ENOSPC"])(
  "%j is npm's to tell",
  (said) => {
    expect(explainNpm(said)).toBeUndefined();
  },
);
