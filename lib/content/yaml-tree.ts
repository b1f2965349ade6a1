import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import {
  hidesComment,
  type Locate,
  type Position,
  scalarText,
  yamlError,
} from "@/lib/content/yaml-document";
import type { Finding } from "@/lib/problem";

/** YAML as its author wrote it: what a text means is for the reader of its key to say. */
export type Written = string | Written[] | WrittenGroup;

export interface WrittenGroup {
  [key: string]: Written;
}

/** Keys, and numbers from 0 for the entries of lists. */
export type TreePath = readonly PropertyKey[];

export interface WrittenTree {
  tree: WrittenGroup;
  /** Where the value at a path stands; of what isn't there, what it should be in. */
  placeOf: (path: TreePath) => Position;
  /** Where the key of a path stands, as `placeOf`. */
  keyPlaceOf: (path: TreePath) => Position;
  findings: Finding[];
}

/** Of one kind in one file; who mends these will find the others. */
const maxWarnings = 10;

/** Groups, lists and texts of a document, with their places. Keys without a value count as not there. */
export function readTree(document: Document.Parsed, yaml: string, locate: Locate): WrittenTree {
  const reader = new TreeReader(yaml, locate);
  const tree = isMap(document.contents) ? reader.readGroup(document.contents.items, []) : {};
  const { findings, places, keyPlaces } = reader;
  return {
    tree,
    placeOf: (path) => findPlace(places, path),
    keyPlaceOf: (path) => keyPlaces.get(nameOf(path)) ?? findPlace(places, path),
    findings,
  };
}

const nameOf = (path: TreePath): string => JSON.stringify(path.map(String));

function findPlace(places: ReadonlyMap<string, Position>, path: TreePath): Position {
  const place = places.get(nameOf(path));
  if (place) return place;
  return path.length === 0 ? { line: 1, column: 1 } : findPlace(places, path.slice(0, -1));
}

class TreeReader {
  readonly findings: Finding[] = [];
  readonly places = new Map<string, Position>();
  readonly keyPlaces = new Map<string, Position>();
  readonly #yaml: string;
  readonly #locate: Locate;
  #warnings = 0;

  constructor(yaml: string, locate: Locate) {
    this.#yaml = yaml;
    this.#locate = locate;
  }

  readGroup(items: readonly { key: unknown; value: unknown }[], path: TreePath): WrittenGroup {
    const entries = new Map<string, Written>();
    for (const { key, value } of items) {
      if (!isScalar(key)) {
        const remedy = "write one `key: value` on each line";
        this.findings.push(yamlError(this.#startOf(key, path), "a key is no plain word", remedy));
        continue;
      }
      const name = String(key.value);
      const keyAt = this.#locate(key.range?.[0] ?? 0);
      if (entries.has(name)) this.#warnOfTwins(name, keyAt);
      this.keyPlaces.set(nameOf([...path, name]), keyAt);
      const read = this.#read(value, [...path, name]);
      if (read === undefined) entries.delete(name);
      else entries.set(name, read);
    }
    return Object.fromEntries(entries);
  }

  #read(value: unknown, path: TreePath): Written | undefined {
    if (isAlias(value)) {
      const message = `the text of \`${describePath(path)}\` starts with \`*\``;
      this.findings.push(yamlError(this.#startOf(value, path), message, "put it between quotes"));
      return undefined;
    }
    this.places.set(nameOf(path), this.#startOf(value, path));
    if (isScalar(value)) return this.#readText(value, path);
    if (isMap(value)) return this.readGroup(value.items, path);
    if (!isSeq(value)) return undefined;
    const entries: Written[] = [];
    for (const item of value.items) {
      const entry = this.#read(item, [...path, entries.length]);
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  #readText(node: Scalar, path: TreePath): string | undefined {
    const text = scalarText(node);
    const [start = 0, , end = 0] = node.range ?? [];
    if (hidesComment(node)) this.#warnOfComment(node, path);
    else if (text === undefined && /^[ \t]*#[^\s#]/.test(this.#yaml.slice(start, end))) {
      const message = `\`${describePath(path)}\` has no value: what follows \`#\` is a comment`;
      const remedy = "put the value between quotes";
      this.findings.push(yamlError(this.#locate(start), message, remedy));
    }
    return text;
  }

  #warnOfTwins(name: string, at: Position): void {
    this.#warn(at, `\`${name}\` is given twice, and this one counts`, "keep one of them");
  }

  #warnOfComment(node: Scalar, path: TreePath): void {
    this.#warn(
      this.#locate(node.range?.[1] ?? 0),
      `what follows \` #\` is not part of \`${describePath(path)}\``,
      "put the value between quotes if it is meant to be",
    );
  }

  #warn(at: Position, message: string, remedy: string): void {
    this.#warnings += 1;
    if (this.#warnings > maxWarnings) return;
    this.findings.push({ ...at, severity: "warning", message, remedy });
  }

  #startOf(node: unknown, path: TreePath): Position {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? findPlace(this.places, path) : this.#locate(start);
  }
}

/** `comments.limits.address`, `navigation[2].href`. */
export const describePath = (path: TreePath): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : `${text}${text && "."}${String(key)}`,
    "",
  );
