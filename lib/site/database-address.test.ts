import { expect, it } from "vitest";
import { addressOfFile, databaseFile } from "@/lib/site/database-address";

it("finds the file of an address, as libSQL does", () => {
  expect(databaseFile({ url: "file:.masthead/content.db" })).toBe(".masthead/content.db");
  expect(databaseFile({ url: "file:/srv/content.db?tls=0" })).toBe("/srv/content.db");
  expect(databaseFile({ url: "file:///srv/%E6%96%87/content.db" })).toBe("/srv/文/content.db");
  expect(databaseFile({ url: "file://localhost/srv/content.db" })).toBe("/srv/content.db");
  expect(databaseFile({ url: "http://127.0.0.1:8080" })).toBeUndefined();
  expect(databaseFile({ url: "libsql://name.example" })).toBeUndefined();
  expect(() => databaseFile({ url: "file:50%.db" })).toThrow("file:50%.db is no address");
});

it("gives every file an address that is read as the same file", () => {
  for (const file of [".masthead/content.db", "/srv/文 章/50%?#.db", "../a+b.db"]) {
    expect(databaseFile(addressOfFile(file))).toBe(file);
  }
});
