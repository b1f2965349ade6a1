import { findCode } from "@/lib/html/markdown/find-code";
import { voidElements } from "@/lib/html/tree/content-model";
import { type Tag, TagScanner } from "@/lib/html/tree/tag-scanner";

/** One HTML element as it stands in a Markdown source, by offsets. */
export interface HtmlElement {
  name: string;
  start: number;
  /** Just behind the start tag. */
  contentStart: number;
  /** Start of the end tag, or the end of the source where there is none. */
  contentEnd: number;
  end: number;
  /** The range of tags inside, as indexes into `HtmlElementIndex.tags`. */
  firstTag: number;
  lastTag: number;
}

interface BlankLines {
  start: number;
  /** Where the line behind them begins. */
  end: number;
}

/** Every balanced element of one Markdown source, found in one pass. */
export class HtmlElementIndex {
  readonly tags: Tag[] = [];
  readonly #byStart = new Map<number, HtmlElement>();
  readonly #counts = new Map<ReadonlySet<string>, Uint32Array>();
  #blankLines: BlankLines[] | undefined;

  constructor(readonly source: string) {
    // Most Markdown holds no HTML at all, and then nothing below is worth its time.
    if (source.includes("<")) this.#build();
  }

  startingAt(offset: number): HtmlElement | undefined {
    return this.#byStart.get(offset);
  }

  /** Whether a tag of one of these names stands inside the element. */
  holds(element: HtmlElement, names: ReadonlySet<string>): boolean {
    const counts = this.#countsOf(names);
    return (counts[element.lastTag] ?? 0) > (counts[element.firstTag] ?? 0);
  }

  /** The first run of blank lines inside of an element: found in a list, where looking behind each element is many passes. */
  firstBlankLine({ contentStart, contentEnd }: HtmlElement): BlankLines | undefined {
    this.#blankLines ??= Array.from(this.source.matchAll(/\n[ \t]*(?:\n[ \t]*)*\n/g), (run) => ({
      start: run.index,
      end: run.index + run[0].length,
    }));
    let [low, high] = [0, this.#blankLines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blankLines[middle]?.start ?? 0) < contentStart) low = middle + 1;
      else high = middle;
    }
    const found = this.#blankLines[low];
    return found && found.start < contentEnd ? found : undefined;
  }

  /** How many tags of these names stand before each tag: one pass, where asking each element is many. */
  #countsOf(names: ReadonlySet<string>): Uint32Array {
    const known = this.#counts.get(names);
    if (known) return known;
    const counts = new Uint32Array(this.tags.length + 1);
    this.tags.forEach((tag, index) => {
      counts[index + 1] = (counts[index] ?? 0) + (names.has(tag.name) ? 1 : 0);
    });
    this.#counts.set(names, counts);
    return counts;
  }

  #build(): void {
    const open: HtmlElement[] = [];
    const openByName = new Map<string, number>();
    const close = (element: HtmlElement, contentEnd: number, end: number, lastTag: number) => {
      Object.assign(element, { contentEnd, end, lastTag });
      openByName.set(element.name, (openByName.get(element.name) ?? 1) - 1);
    };

    for (const tag of this.#scan()) {
      const index = this.tags.push(tag) - 1;
      if (!tag.isEnd) {
        if (voidElements.has(tag.name)) continue;
        const element = openElement(tag, index, this.source.length);
        open.push(element);
        openByName.set(tag.name, (openByName.get(tag.name) ?? 0) + 1);
        this.#byStart.set(tag.start, element);
      } else if ((openByName.get(tag.name) ?? 0) > 0) {
        // Whatever is still open inside ends here too.
        for (let inner = open.pop(); inner; inner = open.pop()) {
          const isIt = inner.name === tag.name;
          close(inner, tag.start, isIt ? tag.end : tag.start, index);
          if (isIt) break;
        }
      }
    }
    for (const element of open) element.lastTag = this.tags.length;
  }

  /** Tags outside of code fences and code spans, where `<div>` is an example and not an element. */
  *#scan(): Generator<Tag> {
    const scanner = new TagScanner(this.source, "markdown");
    const codes = findCode(this.source);
    let code = codes.next();
    for (let tag = scanner.next(); tag; tag = scanner.next()) {
      while (!code.done && code.value.end <= tag.start) code = codes.next();
      if (!code.done && code.value.start <= tag.start) scanner.skipTo(code.value.end);
      else yield tag;
    }
  }
}

function openElement(tag: Tag, index: number, sourceEnd: number): HtmlElement {
  return {
    name: tag.name,
    start: tag.start,
    contentStart: tag.end,
    contentEnd: sourceEnd,
    end: sourceEnd,
    firstTag: index + 1,
    lastTag: index + 1,
  };
}
