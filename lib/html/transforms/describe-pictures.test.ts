import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { describePictures } from "@/lib/html/transforms/describe-pictures";

const describePicture = (html: string) => applyTransform(describePictures, html);

test("the caption describes a picture without words of its own", () => {
  expect(
    describePicture('<figure><img src="/a.jpg"><figcaption>码头\n清晨</figcaption></figure>'),
  ).toBe('<figure><img src="/a.jpg" alt="码头 清晨"><figcaption>码头\n清晨</figcaption></figure>');
});

test("else its title does, and is then not said twice", () => {
  expect(describePicture('<img src="/a.jpg" title="归船">')).toBe('<img src="/a.jpg" alt="归船">');
});

test("a picture that nobody described is decoration", () => {
  expect(describePicture('<p><img src="/a.jpg"></p>')).toBe('<p><img src="/a.jpg" alt=""></p>');
});

test("a title that repeats description or caption goes", () => {
  expect(describePicture('<img src="/a.jpg" alt="归船。" title="归船">')).not.toContain("title");
  expect(
    describePicture(
      '<figure><img src="/a.jpg" alt="船" title="归港的船"><figcaption>归港的船</figcaption></figure>',
    ),
  ).not.toContain("title");
});

test("a title that says more stays", () => {
  expect(describePicture('<img src="/a.jpg" alt="船" title="摄于开海日">')).toContain(
    'alt="船" title="摄于开海日"',
  );
});
