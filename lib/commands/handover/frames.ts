import { Writable } from "node:stream";
import { z } from "zod";

/** What a command and the process that does its work say to one another: an object a line. */

/** The first line, from the command. */
const jobFormat = z.object({
  /** That of the note of the site: only its own user can read it. */
  secret: z.string(),
  args: z.array(z.string()),
  variables: z.record(z.string(), z.string()),
  /** Version of Node. */
  node: z.string(),
  /** Of the terminal; unset where the output goes elsewhere. */
  columns: z.int().optional(),
});

export type Job = z.infer<typeof jobFormat>;

/** Nothing where the line is something else. */
export function parseJob(line: string): Job | undefined {
  try {
    return jobFormat.safeParse(JSON.parse(line)).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** What is answered: that the work is taken, what it prints, and its end; or why it isn't taken. */
export type Frame =
  | { accepted: true }
  | { refused: string }
  | { out: string }
  | { err: string }
  | { exit: number };

export const toLine = (frame: Frame): string => `${JSON.stringify(frame)}\n`;

/** What is printed, as frames. */
export const frameStream = (stream: "out" | "err", send: (frame: Frame) => void): Writable =>
  new Writable({
    decodeStrings: false,
    write: (text: string | Buffer, _encoding, done) => {
      send(stream === "out" ? { out: String(text) } : { err: String(text) });
      done();
    },
  });
