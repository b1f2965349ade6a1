import { expect, it } from "vitest";
import { AddressAllowance } from "@/lib/comments/address-allowance";

it("lets an address do so much in a while, and others as much", () => {
  const allowance = new AddressAllowance({ count: 2, minutes: 10 });
  const take = (address: string, minutes: number) => allowance.take(address, minutes * 60_000);
  expect([take("a", 0), take("a", 1), take("a", 2), take("b", 2)]).toEqual([0, 0, 480, 0]);
  expect(take("a", 9.99)).toBe(1);
  expect([take("a", 10), take("a", 10), take("a", 10)]).toEqual([0, 0, 600]);
});

it("remembers no more addresses than it has room for", () => {
  const allowance = new AddressAllowance({ count: 1, minutes: 10 });
  for (let number = 0; number <= 10_000; number += 1) allowance.take(`address ${number}`, 0);
  expect(allowance.take("address 0", 0)).toBe(0);
  expect(allowance.take("address 10000", 0)).toBe(600);
});
