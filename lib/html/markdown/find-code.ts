export interface CodeRange {
  start: number;
  end: number;
}

const fenceLine = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const backtickRun = /`+/g;

/** Code fences and code spans of a Markdown source, in order. Spans over several lines are not seen. */
export function* findCode(source: string): Generator<CodeRange> {
  if (!source.includes("`") && !source.includes("~~~")) return;

  let fence: { mark: string; start: number } | undefined;
  let lineStart = 0;
  while (lineStart < source.length) {
    const newline = source.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? source.length : newline;
    const line = source.slice(lineStart, lineEnd);
    const [, mark, info = ""] = fenceLine.exec(line) ?? [];
    if (fence) {
      if (mark?.startsWith(fence.mark) && info.trim() === "") {
        yield { start: fence.start, end: lineEnd };
        fence = undefined;
      }
    } else if (mark && !(mark.startsWith("`") && info.includes("`"))) {
      fence = { mark, start: lineStart };
    } else {
      yield* findSpans(line, lineStart);
    }
    lineStart = lineEnd + 1;
  }
  // CommonMark: a fence that nobody closes is code to the end.
  if (fence) yield { start: fence.start, end: source.length };
}

/** A span opens with a run of backticks and closes with the next run of the same length. */
function* findSpans(line: string, offset: number): Generator<CodeRange> {
  if (!line.includes("`")) return;
  const starts = new Map<number, number[]>();
  const runs = Array.from(line.matchAll(backtickRun), (run) => ({
    start: run.index,
    length: run[0].length,
  }));
  // Last first, so that `pop` below gives the next run of a length.
  for (const run of runs.toReversed()) {
    const ofLength = starts.get(run.length);
    if (ofLength) ofLength.push(run.start);
    else starts.set(run.length, [run.start]);
  }
  let behind = 0;
  for (const run of runs) {
    const ofLength = starts.get(run.length);
    ofLength?.pop();
    if (run.start < behind) continue;
    const close = ofLength?.at(-1);
    if (close === undefined) continue;
    behind = close + run.length;
    yield { start: offset + run.start, end: offset + behind };
  }
}
