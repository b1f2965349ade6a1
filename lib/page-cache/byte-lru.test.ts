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
});
