/** A start or end tag and where it stands in the source. */
export interface Tag {
  name: string;
  isEnd: boolean;
  start: number;
  /** Just behind the `>`. */
  end: number;
}

/**
 * Whose rules decide what a tag is. `html`: the tokenizer of the HTML standard, which makes a tag of
 * nearly everything. `markdown`: CommonMark, where a `<` that doesn't fit stays text.
 */
export type TagGrammar = "html" | "markdown";

/** Their content is text up to their own end tag (HTML standard, 13.2.5.1 and following). */
const rawTextElements: ReadonlySet<string> = new Set([
  "iframe",
  "noembed",
  "noframes",
  "script",
  "style",
  "textarea",
  "title",
  "xmp",
]);

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/**
 * Goes through the tags of a source from front to back, past comments and the content of `script`
 * and its like. It builds no tree and is linear on any input: it serves the two questions that
 * must be answered before a real parser may run (which element is balanced, how deep it goes).
 */
export class TagScanner {
  #position = 0;
  /** From where on a terminator is known not to occur, so that nobody searches for it twice. */
  readonly #missing = new Map<string, number>();

  constructor(
    readonly source: string,
    readonly grammar: TagGrammar,
  ) {}

  /** Goes on behind `position`, for a caller that knows what stands there. */
  skipTo(position: number): void {
    this.#position = Math.max(this.#position, position);
  }

  next(): Tag | undefined {
    for (;;) {
      const start = this.source.indexOf("<", this.#position);
      if (start < 0) return undefined;
      this.#position = start + 1;
      const tag = this.#read(start);
      if (tag) return tag;
    }
  }

  #read(start: number): Tag | undefined {
    const following = this.source.charCodeAt(start + 1);
    if (isLetter(following)) return this.#readTag(start, start + 1, false);
    if (following === slash && isLetter(this.source.charCodeAt(start + 2))) {
      return this.#readTag(start, start + 2, true);
    }
    if (this.source.startsWith("<!--", start)) this.#skipComment(start + 4);
    // What browsers call a bogus comment: `<!doctype x>`, `<?xml x?>`, `</ x>`.
    else if (this.grammar === "html" && isBogusCommentMark(following))
      this.#skipBehind(/>/g, start);
    return undefined;
  }

  #readTag(start: number, nameStart: number, isEnd: boolean): Tag | undefined {
    let nameEnd = nameStart;
    while (nameEnd < this.source.length && !endsName(this.source.charCodeAt(nameEnd))) nameEnd++;
    const end = this.#findTagEnd(nameEnd);
    if (end === undefined) return undefined;
    this.#position = end;
    const name = this.source.slice(nameStart, nameEnd).toLowerCase();
    if (!isEnd && rawTextElements.has(name)) this.#skipRawText(name);
    return { name, isEnd, start, end };
  }

  /** Where the tag that is open at `position` ends, past `>` in quoted values. */
  #findTagEnd(position: number): number | undefined {
    let afterEquals = false;
    for (let index = position; index < this.source.length; index++) {
      const code = this.source.charCodeAt(index);
      if (code === greaterThan) return index + 1;
      if (code === lessThan && this.grammar === "markdown") return undefined;
      if ((code === doubleQuote || code === singleQuote) && afterEquals) {
        const close = this.#find(code === doubleQuote ? /"/g : /'/g, index + 1);
        if (!close) break;
        index = close.start;
      }
      if (code === equals) afterEquals = true;
      else if (!isSpace(code)) afterEquals = false;
    }
    // The standard swallows everything from here to the end of the file, and so do we.
    if (this.grammar === "html") this.#position = this.source.length;
    return undefined;
  }

  #skipComment(position: number): void {
    // `<!-->` and `<!--->` are complete comments.
    if (this.source.startsWith(">", position) || this.source.startsWith("->", position)) return;
    this.#skipBehind(this.grammar === "html" ? /--!?>/g : /-->/g, position);
  }

  #skipRawText(name: string): void {
    const end = this.#find(new RegExp(`</${name}(?=[\\s/>])`, "gi"), this.#position);
    if (end) this.#position = end.start;
    else if (this.grammar === "html") this.#position = this.source.length;
  }

  #skipBehind(terminator: RegExp, from: number): void {
    const found = this.#find(terminator, from);
    if (found) this.#position = found.end;
    else if (this.grammar === "html") this.#position = this.source.length;
  }

  #find(terminator: RegExp, from: number): { start: number; end: number } | undefined {
    const missingFrom = this.#missing.get(terminator.source);
    if (missingFrom !== undefined && from >= missingFrom) return undefined;
    terminator.lastIndex = from;
    const found = terminator.exec(this.source);
    if (found) return { start: found.index, end: found.index + found[0].length };
    this.#missing.set(terminator.source, from);
    return undefined;
  }
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isBogusCommentMark(code: number): boolean {
  return code === slash || code === 0x21 /* ! */ || code === 0x3f /* ? */;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

/** NaN is the end of the source. */
function endsName(code: number): boolean {
  return isSpace(code) || code === greaterThan || code === slash || Number.isNaN(code);
}
