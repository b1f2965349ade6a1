import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DataCache } from "@/lib/page-cache/data-cache";
import { NextCache } from "@/lib/page-cache/next-cache";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { PageCache } from "@/lib/page-cache/page-cache";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { AnswersUnderWay, answersUnderWay } from "@/lib/regeneration/answers-under-way";
import { revalidateTags, revalidateTagsForGood } from "@/lib/regeneration/revalidate-tags";

/** What was said to the page cache, and which page was answered when. */
let events: string[];
let server: Server;
let origin: string;
/** Ends the rendering of a page. */
let finish: Map<string, () => void>;

beforeEach(async () => {
  events = [];
  finish = new Map();
  answersUnderWay.value = new AnswersUnderWay();
  const pages = new PageCache({
    revalidations: new Revalidations(),
    log: {
      record: async (tags) => {
        events.push(tags.join());
        return true;
      },
      knowsAllSince: () => false,
      noteCurrent: () => undefined,
      close: async () => undefined,
    },
    build: "test",
    memoryBytes: 1000,
  });
  ownPageCache.value = new NextCache(pages, new DataCache(pages, 1000));
  server = createServer((request, response) => {
    answersUnderWay.value?.watch(request, response);
    finish.set(request.url ?? "", () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterEach(() => {
  ownPageCache.value = undefined;
  answersUnderWay.value = undefined;
  server.closeAllConnections();
  server.close();
});

async function ask(address: string, method = "GET"): Promise<void> {
  fetch(origin + address, { method }).then(
    () => events.push(address),
    () => undefined,
  );
  await vi.waitFor(() => expect(finish.has(address)).toBe(true));
}

const said = () => events.filter((event) => !event.startsWith("/"));

it("says it again when pages that were under way are answered, and comes back when those who joined them are", async () => {
  await ask("/old");
  let isDone = false;
  const done = revalidateTagsForGood(["latest"]).then(() => {
    isDone = true;
  });
  await vi.waitFor(() => expect(said()).toEqual(["latest"]));
  await ask("/joined");
  expect(said()).toEqual(["latest"]);
  finish.get("/old")?.();
  await vi.waitFor(() => expect(said()).toEqual(["latest", "latest"]));
  expect(isDone).toBe(false);
  finish.get("/joined")?.();
  await done;
});

it("doesn't wait for ever, and says it once more when the page that took so long is answered", async () => {
  await ask("/slow");
  await revalidateTagsForGood(["latest"]);
  expect(said()).toEqual(["latest", "latest"]);
  finish.get("/slow")?.();
  await vi.waitFor(() => expect(said()).toEqual(["latest", "latest", "latest"]));
}, 30_000);

it("waits neither for files, nor for whoever tells it, nor for anything where nobody is under way", async () => {
  await ask("/_next/static/a.js");
  await ask("/api/revalidate", "POST");
  await revalidateTagsForGood(["latest"]);
  expect(said()).toEqual(["latest", "latest"]);
});

it("puts what is said during a second round into the next one", async () => {
  await ask("/old");
  for (const [index, tag] of ["one", "two", "three"].entries()) {
    await revalidateTags([tag]);
    await vi.waitFor(() => expect(said()).toHaveLength(index + 1));
    // The first round has begun when the others are said.
    await ask(`/after-${tag}`);
  }
  for (const end of finish.values()) end();
  await revalidateTagsForGood(["four"]);
  expect(said().slice(0, 3)).toEqual(["one", "two", "three"]);
  expect(said()).toContain("one");
  expect(said().at(-1)).toBe("two,three,four");
  expect(said()).toHaveLength(6);
});
