import { BenchmarkError } from "@/lib/bench/benchmark-error";

/**
 * Puts text between the markers `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` of a Markdown file.
 * @throws BenchmarkError where the file has no such pair
 */
export function replaceBlock(markdown: string, name: string, content: string): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const start = markdown.indexOf(open);
  const end = markdown.indexOf(close, start);
  if (start < 0 || end < 0) {
    throw new BenchmarkError(`README.md has no place for the results: put in ${open} and ${close}`);
  }
  return `${markdown.slice(0, start + open.length)}\n${content}\n${markdown.slice(end)}`;
}
