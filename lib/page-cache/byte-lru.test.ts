import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { ByteLru } from "@/lib/page-cache/byte-lru";

describe("ByteLru", () => {
  it("gives up what was used least recently, and says so", () => {
    const evicted: string[] = [];
    const lru = new ByteLru<number>(100, (key) => evicted.push(key));
    lru.set("a", 1, 40);
    lru.set("b", 2, 40);
    lru.get("a");
    lru.set("c", 3, 40);
    expect(evicted).toEqual(["b"]);
    expect([...lru].map(([key]) => key)).toEqual(["a", "c"]);
    expect(lru.bytes).toBe(80);
  });

  it("keeps no text that a key was cut out of", () => {
    setFlagsFromString("--expose-gc");
    const collect: unknown = runInNewContext("gc");
    if (typeof collect !== "function") throw new Error("no collection on demand");
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const lru = new ByteLru<number>(1000);
    const before = heap();
    for (let index = 0; index < 1000; index += 1) {
      const address = Buffer.from(`/posts/${index}/of-a-reader?${"q".repeat(15_000)}`).toString();
      lru.set(address.slice(0, address.indexOf("?")), index, 1);
    }
    expect(heap() - before).toBeLessThan(5_000_000);
    expect(lru.get("/posts/7/of-a-reader")).toBe(7);
  });

  it("counts a replaced value once", () => {
    const lru = new ByteLru<number>(100);
    lru.set("a", 1, 40);
    lru.set("a", 2, 60);
    expect(lru.bytes).toBe(60);
    expect(lru.get("a")).toBe(2);
  });

  it("keeps nothing that is larger than all it may keep, nor the value before it", () => {
    const lru = new ByteLru<number>(100);
    lru.set("a", 1, 40);
    lru.set("b", 2, 40);
    lru.set("a", 3, 101);
    expect(lru.get("a")).toBeUndefined();
    expect(lru.get("b")).toBe(2);
    expect(lru.bytes).toBe(40);
  });

  it("says of what is too large that it isn't kept, and nothing of what is replaced or deleted", () => {
    const gone: string[] = [];
    const lru = new ByteLru<number>(99.5, (key) => gone.push(key));
    lru.set("a", 1, 40);
    lru.set("a", 2, 50);
    lru.delete("a");
    expect(gone).toEqual([]);
    lru.set("b", 3, 100);
    expect(gone).toEqual(["b"]);
    lru.set("c", 4, 99);
    expect(lru.bytes).toBe(99);
    lru.clear();
    expect(lru.bytes).toBe(0);
    expect(gone).toEqual(["b"]);
  });
});
