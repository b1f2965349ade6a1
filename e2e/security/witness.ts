import type { Page, Request, Route } from "playwright/test";
import { readAddress } from "@/lib/read-address";
import { frameOrigins } from "@/lib/security/frame-origins.mjs";
import { speculationRulesFile } from "@/lib/speculation-rules.mjs";
import { frameworkRoots, publicFolders } from "@/lib/urls";

/** One pixel, for what may be a picture. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Bodies may show pictures from elsewhere; these are the hosts that the attacks do it with. All others stand for theft. */
const pictureHosts: ReadonlySet<string> = new Set(["pictures.example", "x.example"]);

/**
 * Sees everything that an attack could bring about: dialogs, errors, violations of the policy, windows, downloads,
 * navigations, and requests for what the page doesn't need. A page needs its own documents, data and build, the pictures
 * of its body (those that end like one load, so that `onload` would fire; all others fail, for `onerror`), and the
 * players of known hosts after a click.
 */
export class Witness {
  readonly #page: Page;
  readonly #origin: string;
  #seen: string[] = [];

  private constructor(page: Page, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  static async watch(page: Page, origin = ""): Promise<Witness> {
    const witness = new Witness(page, origin);
    const see = (what: string) => witness.#seen.push(what);
    page.on("dialog", async (dialog) => {
      see(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        see(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => see(`error: ${error.message}`));
    page.on("popup", (popup) => see(`window: ${popup.url()}`));
    page.on("download", (download) => see(`download: ${download.url()}`));
    page.on("framenavigated", (frame) => {
      if (frame !== page.mainFrame() && !isPlayer(frame.url())) see(`frame: ${frame.url()}`);
    });
    page.on("websocket", (socket) => see(`socket: ${socket.url()}`));
    page.on("worker", (worker) => see(`worker: ${worker.url()}`));
    await page.route("**/*", (route) => witness.#answer(route));
    return witness;
  }

  /** What was seen since the last time. */
  testimony(): string[] {
    const seen = this.#seen;
    this.#seen = [];
    return seen;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const { origin, hostname, pathname } = new URL(request.url());
    if (request.resourceType() === "image" && !isAccentFile(pathname)) {
      if (origin !== this.#origin && !pictureHosts.has(hostname)) this.#see(request);
      // A file that is no picture, rather than none: a status of 404 would be an error in the console.
      const body = /\.(?:jpg|png)$/.test(pathname) ? picture : "";
      return route.fulfill({ contentType: "image/png", body });
    }
    if (isPlayer(request.url()) && request.resourceType() === "document") {
      return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
    }
    if (origin === this.#origin && request.method() === "GET" && this.#isNeeded(request)) {
      return route.continue();
    }
    this.#see(request);
    return route.abort();
  }

  #isNeeded(request: Request): boolean {
    const { pathname, searchParams } = new URL(request.url());
    switch (request.resourceType()) {
      case "document":
        return request.frame() === this.#page.mainFrame();
      case "script":
      case "font":
        return isOfTheBuild(pathname);
      case "stylesheet":
        return isOfTheBuild(pathname) || isAccentFile(pathname);
      case "fetch":
        return searchParams.has("_rsc");
      case "image":
        return isAccentFile(pathname);
      case "other":
        return isAccentFile(pathname) || pathname === speculationRulesFile.source;
      default:
        return false;
    }
  }

  #see(request: Request): void {
    this.#seen.push(`request: ${request.method()} ${request.resourceType()} ${request.url()}`);
  }
}

/** Of the publication's colour, whichever it is. */
const isAccentFile = (pathname: string): boolean => readAddress(pathname).kind === "accent";

const isOfTheBuild = (pathname: string): boolean =>
  pathname.startsWith(`${frameworkRoots[0]}/static/`) || ownScript.test(pathname);

const ownScript = new RegExp(`^${publicFolders.scripts}/[0-9a-f]{10}/[\\w.-]+\\.js$`);

function isPlayer(url: string): boolean {
  return url === "about:blank" || frameOrigins.includes(new URL(url).origin);
}
