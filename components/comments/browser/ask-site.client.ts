import { messages } from "@/components/comments/browser/messages.client";

/** What the site says to a form; of its answers only what a form has use for. */
export interface SiteAnswer {
  ok: boolean;
  /** What to say where it isn't. */
  message: string;
  reason: string;
  problems: Record<string, string>;
  challenge?: { token: string; bits: number };
  id: string;
  status: string;
  version: number;
  /** As it was typed. */
  text: string;
  html: string;
}

const retries = 2;

/** Between two tries to reach the site, in milliseconds. */
const pause = 1500;

/** Sends fields and reads the answer. Tries again where the site can't be reached: a comment carries its own key. */
export async function askSite(url: string, fields: Record<string, string>): Promise<SiteAnswer> {
  for (let retry = 0; ; retry += 1) {
    const response = await fetch(url, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(fields),
    }).catch((reason: unknown) => {
      // That is how a browser says that there is no connection.
      if (!(reason instanceof TypeError)) throw reason;
    });
    if (response && (response.status < 500 || retry === retries)) return readAnswer(response);
    if (retry === retries) return { ...noAnswer(), message: messages().offline, reason: "offline" };
    await new Promise((resolve) => setTimeout(resolve, pause * (retry + 1)));
  }
}

const noAnswer = (): SiteAnswer => ({
  ok: false,
  message: messages().refusals.unavailable,
  reason: "unavailable",
  problems: {},
  id: "",
  status: "",
  version: 0,
  text: "",
  html: "",
});

/** Whatever stands between may answer in the site's place, with a page of its own. */
async function readAnswer(response: Response): Promise<SiteAnswer> {
  const isOurs = response.headers.get("content-type")?.startsWith("application/json");
  return isOurs ? { ...noAnswer(), ...(await response.json()) } : noAnswer();
}
