import type { IncomingMessage, ServerResponse } from "node:http";
import { answerAccentFile } from "@/lib/accent/accent-files";
import { ByteLru } from "@/lib/page-cache/byte-lru";
import { createBody, type PageBody, weighBody } from "@/lib/page-cache/page-body";
import { type HeaderList, sendBody } from "@/lib/server/send-body";

interface AccentAnswer {
  headers: HeaderList;
  body: PageBody;
}

/** Few are asked for: a site has one accent. */
const memoryBytes = 256 * 1024;

/** The files that are made from the accent: the style sheet of every page waits for one. */
export class AccentAnswers {
  readonly #headers: (name: string) => HeaderList;
  readonly #made = new ByteLru<AccentAnswer>(memoryBytes);

  /** @param headers what protects readers of a file */
  constructor(headers: (name: string) => HeaderList) {
    this.#headers = headers;
  }

  /** @returns whether there is such a file */
  async answer(name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const made = this.#made.get(name) ?? (await this.#make(name));
    if (!made) return false;
    sendBody(request, response, 200, made.headers, made.body);
    return true;
  }

  async #make(name: string): Promise<AccentAnswer | undefined> {
    const answer = answerAccentFile(name);
    if (!answer.ok) return undefined;
    const content = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type") ?? "";
    const made = {
      headers: [...this.#headers(name), ...[...answer.headers].flat()],
      body: await createBody(content, type),
    };
    this.#made.set(name, made, weighBody(made.body) + 1024);
    return made;
  }
}
