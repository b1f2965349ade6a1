import { describe, expect, it } from "vitest";
import { maxTags, Revalidations, undelivered } from "@/lib/page-cache/revalidations";

/** A clock that goes on by one at each look. */
const ticking = () => {
  let now = 0;
  return () => {
    now += 1;
    return now;
  };
};

describe("Revalidations", () => {
  it("knows what was rendered here before a tag was revalidated, and what after", () => {
    const revalidations = new Revalidations(ticking());
    const before = revalidations.mark();
    revalidations.learn(["latest"], 10);
    const after = revalidations.mark();
    expect(revalidations.isFresh(["post:a", "latest"], before.moment)).toBe(false);
    expect(revalidations.isFresh(["post:a"], before.moment)).toBe(true);
    expect(revalidations.isFresh(["post:a", "latest"], after.moment)).toBe(true);
  });

  it("counts a page as stale that was being rendered while its tag was revalidated", () => {
    const revalidations = new Revalidations(ticking());
    const renderingBegins = revalidations.mark();
    revalidations.learn(["post:a"], 10);
    // What is kept carries the mark of its beginning, however late it arrives.
    expect(revalidations.isFresh(["post:a"], renderingBegins.moment)).toBe(false);
    expect(revalidations.isFreshSince(["post:a"], renderingBegins.position)).toBe(false);
  });

  it("judges pages of other servers by position, not by their clocks", () => {
    const revalidations = new Revalidations(ticking());
    revalidations.learn(["post:a"], 100);
    revalidations.learn(["post:b"], 200);
    expect(revalidations.isFreshSince(["post:a"], 100)).toBe(true);
    expect(revalidations.isFreshSince(["post:a", "post:b"], 199)).toBe(false);
    expect(revalidations.position).toBe(200);
  });

  it("trusts no page from elsewhere while its tag's revalidation hasn't been delivered", () => {
    const revalidations = new Revalidations(ticking());
    revalidations.learn(["post:a"], undelivered);
    expect(revalidations.isFreshSince(["post:a"], 10 ** 16)).toBe(false);
    revalidations.deliver(["post:a"], 300, revalidations.mark());
    expect(revalidations.isFreshSince(["post:a"], 300)).toBe(true);
    expect(revalidations.isFreshSince(["post:a"], 299)).toBe(false);
  });

  it("keeps a revalidation undelivered that came while an earlier one was on its way", () => {
    const revalidations = new Revalidations(ticking());
    revalidations.learn(["post:a"], undelivered);
    const sent = revalidations.mark();
    revalidations.learn(["post:a"], undelivered);
    revalidations.deliver(["post:a"], 300, sent);
    expect(revalidations.isFreshSince(["post:a"], 300)).toBe(false);
  });

  it("doesn't expire pages again for a revalidation of its own that it reads back", () => {
    const revalidations = new Revalidations(ticking());
    revalidations.learn(["post:a"], undelivered);
    revalidations.deliver(["post:a"], 300, revalidations.mark());
    const rendered = revalidations.mark();
    revalidations.hear("post:a", 300);
    expect(revalidations.isFresh(["post:a"], rendered.moment)).toBe(true);
    revalidations.hear("post:a", 301);
    expect(revalidations.isFresh(["post:a"], rendered.moment)).toBe(false);
  });

  it("remembers a bounded number of tags, and forgets on the safe side", () => {
    const revalidations = new Revalidations(ticking());
    const first = revalidations.mark();
    for (let index = 0; index <= maxTags; index += 1) revalidations.learn([`post:${index}`], index);
    expect([...revalidations].length).toBeLessThanOrEqual(maxTags);
    expect(revalidations.isFresh(["post:never"], first.moment)).toBe(false);
    expect(revalidations.isFreshSince(["post:never"], 5)).toBe(false);
    expect(revalidations.isFreshSince(["post:never"], maxTags)).toBe(true);
    expect(revalidations.isFresh([], revalidations.mark().moment)).toBe(true);
  });

  it("lets what is out of date be shown at need until something of it is taken away", () => {
    const revalidations = new Revalidations(ticking());
    const { moment } = revalidations.mark();
    const tags = ["post:a", "latest"];
    revalidations.learn(["latest"], 10, false);
    expect(revalidations.isFresh(tags, moment)).toBe(false);
    expect(revalidations.mayBeShown(tags, moment)).toBe(true);
    expect(revalidations.mayBeShownSince(tags, 9)).toBe(true);
    revalidations.learn(["post:a"], 20);
    revalidations.learn(["post:a"], 30, false);
    expect(revalidations.mayBeShown(tags, moment)).toBe(false);
    expect(revalidations.mayBeShownSince(tags, 19)).toBe(false);
    expect(revalidations.mayBeShownSince(tags, 20)).toBe(true);
  });

  it("knows of a withdrawal that the others hadn't been told of when it stood", () => {
    const revalidations = new Revalidations(ticking());
    revalidations.learn(["post:a"], undelivered);
    expect(revalidations.mayBeShownSince(["post:a"], 1000)).toBe(false);
    revalidations.deliver(["post:a"], 50, revalidations.mark());
    expect(revalidations.mayBeShownSince(["post:a"], 49)).toBe(false);
    expect(revalidations.mayBeShownSince(["post:a"], 50)).toBe(true);
  });

  it("lets nothing be shown from before what it remembers", () => {
    const revalidations = new Revalidations(ticking());
    const { moment } = revalidations.mark();
    revalidations.raiseFloor(10);
    expect(revalidations.mayBeShown([], moment)).toBe(false);
    expect(revalidations.mayBeShownSince([], 9)).toBe(false);
  });
});
