import type { Element } from "hast";

import type { BodyContext } from "@/lib/html/tree/body-context";
import { attribute } from "@/lib/html/tree/element";
import { nameOddPicture, readPictureSize } from "@/lib/html/tree/picture-size";
import { type Body, visitElements } from "@/lib/html/tree/tree";

/**
 * Width and height, so that the text doesn't jump when a picture arrives: from the file for the
 * site's own pictures, as written for others if both are whole numbers of pixels.
 */
export function sizeLocalPictures(
  body: Body,
  { publicDirectory, onOddPicture }: BodyContext,
): void {
  visitElements(body, (element) => {
    if (element.tagName !== "img") return;
    const src = attribute(element, "src") ?? "";
    const isLocal = src.startsWith("/");
    const size = isLocal ? readPictureSize(publicDirectory, src) : writtenSize(element);
    const odd = isLocal && !size && nameOddPicture(publicDirectory, src);
    if (odd) onOddPicture?.(src, odd);
    delete element.properties.width;
    delete element.properties.height;
    if (size) Object.assign(element.properties, size);
  });
}

function writtenSize(image: Element): { width: number; height: number } | undefined {
  const width = wholePixels(attribute(image, "width"));
  const height = wholePixels(attribute(image, "height"));
  return width && height ? { width, height } : undefined;
}

function wholePixels(written: string | undefined): number | undefined {
  return written && /^\d{1,5}(?:px)?$/.test(written) ? Number.parseInt(written, 10) : undefined;
}
