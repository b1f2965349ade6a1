import { expect, it } from "vitest";
import { isWithin, readAddressRange } from "@/lib/site/address-ranges";

it.each<[string, string, boolean]>([
  ["127.0.0.1", "loopback", true],
  ["::1", "loopback", true],
  ["::ffff:127.0.0.1", "loopback", true],
  ["10.1.2.3", "loopback", false],
  ["172.17.0.1", "private", true],
  ["172.32.0.1", "private", false],
  ["fd00::1", "private", true],
  ["fe80::1%eth0", "private", true],
  ["203.0.113.9", "private", false],
  ["203.0.113.9", "203.0.113.0/24", true],
  ["203.0.114.9", "203.0.113.0/24", false],
  ["::ffff:203.0.113.9", "203.0.113.9", true],
  ["203.0.113.8", "203.0.113.9", false],
  ["2001:db8::5", "2001:db8::/32", true],
  ["2001:db8::5", "203.0.113.0/24", false],
  ["", "private", false],
  ["", "any", true],
])("%j in %s: %s", (address, range, expected) => {
  const read = readAddressRange(range);
  expect(read && isWithin(address, [read])).toBe(expected);
});

it.each(["", "everyone", "127.1", "10.0.0.0/33", "300.1.1.1", "::/200", "a.example"])(
  "%j is no range",
  (text) => {
    expect(readAddressRange(text)).toBeUndefined();
  },
);
