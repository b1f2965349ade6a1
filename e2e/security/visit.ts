import type { Page } from "playwright/test";
import { clobberedNames } from "@/lib/html/testing/attacks/clobbering";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";
import { publicFolders } from "@/lib/urls";

/**
 * Does with a page what a reader might, and more: scrolls through it, rests the pointer on it, opens what can be opened,
 * puts the focus on everything and clicks it, prints. Links that lead to a page are not followed; all others are.
 */
export async function exercise(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Before the site's own links see it.
    const stay = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && /^(?:https?|mailto|tel):$/.test(link.protocol)) event.preventDefault();
    };
    window.addEventListener("click", stay, { capture: true });
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      if (element instanceof HTMLDetailsElement) element.open = !element.open;
      for (const name of ["pointerover", "mouseover", "mousemove", "touchstart", "wheel", "copy"]) {
        element.dispatchEvent(new Event(name, { bubbles: true }));
      }
      element.focus?.({ preventScroll: true });
      element.click?.();
    }
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
  const article = page.getByRole("main");
  const box = await article.boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, 200, { steps: 3 });
  await page.keyboard.press("Tab");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    window.dispatchEvent(new Event("afterprint"));
    // What the events above have set going comes before this.
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
  await page.emulateMedia({ media: null });
}

/** What stands in the page that must not, as the browser has it; to be asked before any player is opened. */
export async function findForeignParts(page: Page): Promise<string[]> {
  const { bodies, parts } = await page.evaluate((ownScripts) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const isAddress = /^(?:href|src|srcset|action|formaction|data|poster|cite)$/.test(name);
        if (name.startsWith("on") || (isAddress && /^\s*(?:javascript|data):/i.test(value))) {
          found.push(`${element.localName} ${name}=${value}`);
        }
      }
    }
    const foreign = "script, style, iframe, frame, object, embed, form, base, link, meta, template";
    for (const element of document.querySelectorAll(foreign)) {
      // Beside an article with videos stands a script of our own, and never in one.
      const isOwn = element.matches(`:not(.article-body *)[type=module][src^="${ownScripts}/"]`);
      if (element.closest("main") && !isOwn) found.push(`<${element.localName}>`);
    }
    for (const element of document.querySelectorAll("main [id], main [name]")) {
      const names = [element.id, element.getAttribute("name") ?? ""];
      if (!names.every((name) => /^(?:$|user-content-|h-)/.test(name))) {
        found.push(`${element.localName} named ${names.join(" ")}`);
      }
    }
    const html = [...document.querySelectorAll(".article-body")].map((body) => {
      const copy = document.createElement("div");
      copy.append(...Array.from(body.childNodes, (node) => node.cloneNode(true)));
      // What our own script has added to the stills of videos.
      for (const note of copy.querySelectorAll(".video-still > .video-note")) note.remove();
      for (const still of copy.querySelectorAll(".video-still")) {
        still.removeAttribute("role");
        still.removeAttribute("aria-label");
      }
      return copy.innerHTML;
    });
    return { bodies: html, parts: found };
  }, publicFolders.scripts);
  return [...parts, ...bodies.flatMap((html) => findUnsafe(html, { formulas: true }))];
}

/** What scripts of the page find under the names that others like to take. */
export function readGlobals(page: Page): Promise<Record<string, string>> {
  return page.evaluate((names) => {
    const kind = (value: unknown) => Object.prototype.toString.call(value);
    const found: Record<string, string> = { cookie: document.cookie, windowName: window.name };
    for (const name of names) {
      found[`window.${name}`] = kind(Reflect.get(window, name));
      found[`document.${name}`] = kind(Reflect.get(document, name));
    }
    return found;
  }, clobberedNames);
}
