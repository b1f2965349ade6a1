import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  type AddressSource,
  findClientAddress,
  peerAddressHeader,
} from "@/lib/comments/http/client-address";
import { readForm } from "@/lib/comments/http/read-form";
import { isSameOrigin } from "@/lib/comments/http/same-origin";

const urlEncoded = "application/x-www-form-urlencoded";

const post = (body: BodyInit, type: string) =>
  readForm(
    new Request("https://a.example/", { method: "POST", body, headers: { "content-type": type } }),
  );

describe("a form", () => {
  it("is read as browsers send it, or as JSON", async () => {
    const fields = { name: "读者 A", text: "a+b & 100%\r\nc", empty: "" };
    const encoded = new URLSearchParams(fields).toString();
    expect(await post(encoded, `${urlEncoded};charset=UTF-8`)).toEqual({ ok: true, fields });
    expect(await post(JSON.stringify({ ...fields, gone: null }), "application/json")).toEqual({
      ok: true,
      fields,
    });
    expect(await post("a=1&a=2&b&=3&c=100%", urlEncoded)).toEqual({
      ok: true,
      fields: { a: "1", b: "", "": "3", c: "100%" },
    });
  });

  it.each<[string, BodyInit, string]>([
    ["broken UTF-8 in bytes", Buffer.from([0x61, 0x3d, 0xff, 0xfe]), urlEncoded],
    ["broken UTF-8 behind percent signs", "a=%ff%fe", urlEncoded],
    ["half a character", "a=%e4%b8", urlEncoded],
    ["broken JSON", "{", "application/json"],
    ["JSON that is no object", "[1]", "application/json"],
    ["JSON null", "null", "application/json"],
    ["JSON of objects", '{"name":{"a":1}}', "application/json"],
  ])("is not read where it holds %s", async (_, body, type) => {
    expect(await post(body, type)).toEqual({ ok: false, reason: "unreadable" });
  });

  it("is read up to a bound, with or without a length", async () => {
    const body = `a=${"x".repeat(300_000)}`;
    expect(await post(body, urlEncoded)).toEqual({ ok: false, reason: "too-large" });
    const stream = new Request("https://a.example/", {
      method: "POST",
      body: new Blob([body]).stream(),
      headers: { "content-type": urlEncoded },
      duplex: "half",
    } as RequestInit);
    expect(await readForm(stream)).toEqual({ ok: false, reason: "too-large" });
  });

  it.each(["text/plain", "multipart/form-data; boundary=x", ""])(
    "of type %j is refused",
    async (type) => {
      expect(await post("a=1", type)).toEqual({ ok: false, reason: "wrong-type" });
    },
  );

  it("can't reach the prototype of objects", async () => {
    const form = await post('{"__proto__":"x","constructor":"y"}', "application/json");
    expect(form.ok && Object.keys(form.fields)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("the origin of a form", () => {
  it.each<[boolean, Record<string, string>]>([
    [true, { "sec-fetch-site": "same-origin", origin: "null" }],
    [false, { "sec-fetch-site": "cross-site", origin: "https://site.example" }],
    [false, { "sec-fetch-site": "same-site" }],
    [false, { "sec-fetch-site": "none" }],
    [true, { origin: "https://site.example" }],
    [true, { origin: "http://localhost:3000", host: "localhost:3000" }],
    [false, { origin: "https://evil.example" }],
    [false, { origin: "https://site.example.evil.example" }],
    [false, { origin: "null" }],
    [false, { origin: "" }],
    [true, {}],
    [true, { referer: "https://site.example/posts/a" }],
    [false, { referer: "https://evil.example/" }],
    [false, { referer: "https://site.example.evil.example/" }],
    [false, { referer: "about:blank" }],
    [true, { origin: "https://site.example", referer: "https://evil.example/" }],
  ])("is ours: %s, for %j", (expected, headers) => {
    expect(isSameOrigin(new Headers(headers), "https://site.example")).toBe(expected);
  });
});

describe("the address of who asks", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["192.0.2.7:4711", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:2::9", "2001:db8:1:2::/64"],
    ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["FE80::1%en-0.1", "fe80:0:0:0::/64"],
    ["[fe80::1%25eth0]:443", "fe80:0:0:0::/64"],
    ["[2001:db8::1]", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3:4:192.0.2.7", "2001:db8:1:2::/64"],
    ["::FFFF:192.0.2.7", "192.0.2.7"],
    ["[::ffff:192.0.2.7]:4711", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:c000:0207", "192.0.2.7"],
    ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
    ["192.0.2.7, 192.0.2.8", "192.0.2.8"],
    ["127.1", "unknown"],
    ["0x7f.0.0.1", "unknown"],
    ["192.0.2.07", "unknown"],
    ["192.0.2.256", "unknown"],
    ["2130706433", "unknown"],
    ["2001:db8::1::2", "unknown"],
    ["1:2:3:4:5:6:7", "unknown"],
    ["1:2:3:4:5:6:7:8:9", "unknown"],
    ["2001:db8::1/64", "unknown"],
    ["2001:db8::12345", "unknown"],
    ["_hidden", "unknown"],
    ["unix:", "unknown"],
    ["", "unknown"],
  ])("%s counts as %s", (written, counted) => {
    const headers = new Headers({ [peerAddressHeader]: written });
    expect(findClientAddress(headers, { trustedProxies: [] })).toBe(counted);
  });

  it("is what our proxy says, which is the last that was said", () => {
    const headers = new Headers({
      [peerAddressHeader]: "10.0.0.1",
      "x-forwarded-for": "198.51.100.1, 203.0.113.9",
    });
    const find = (clientAddressHeader?: string) =>
      findClientAddress(headers, {
        ...(clientAddressHeader ? { clientAddressHeader } : {}),
        trustedProxies: ["private"],
      });
    expect(find("x-forwarded-for")).toBe("203.0.113.9");
    expect(find()).toBe("10.0.0.1");
    expect(find("x-real-ip")).toBe("unknown");
  });

  it("is that of the connection where it is no proxy of ours that writes another, which is told", () => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => told.mockRestore());
    const headers = new Headers({
      [peerAddressHeader]: "198.51.100.7",
      "x-real-ip": "203.0.113.9",
    });
    const source: AddressSource = {
      clientAddressHeader: "x-real-ip",
      trustedProxies: ["loopback", "private"],
    };
    expect(findClientAddress(headers, source)).toBe("198.51.100.7");
    expect(told.mock.calls.join()).toContain("TRUSTED_PROXIES");
    const named = { ...source, trustedProxies: [{ network: "198.51.100.0/24" }] };
    expect(findClientAddress(headers, named)).toBe("203.0.113.9");
  });
});
