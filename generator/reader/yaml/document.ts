// The text of a YAML file becomes plain data that knows where each of its keys and values stands.
import { type Checked, hasErrors } from "../../diagnostic/diagnostic.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { lastWhere, type SourceFile, type Span } from "../../diagnostic/source.ts";
import type { Edit } from "../../diagnostic/text-edits.ts";
import type { Path } from "../../text/json/pointer.ts";
import { addEntry } from "./additions.ts";
import { type Comment, findComments } from "./comments.ts";
import { addField } from "./edits.ts";
import { parseYaml } from "./full-yaml.ts";
import { isMap, type NewEntry, type Node, pairNamed, pairStartingBy } from "./node.ts";
import { memoryOfTree, type PieceMemory, readPieces } from "./pieces.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { removeEntries } from "./removals.ts";
import { unitsOf } from "./scalar.ts";

/** One YAML file: its data as plain JSON, and where each key and value stands. */
export interface SpecDocument {
  readonly source: SourceFile;
  /** Maps are objects without a prototype. */
  readonly data: unknown;
  /** The place of a value; of the nearest enclosing value where the path does not exist. */
  valueSpan(path: Path): Span;
  /** The place of the key that leads to a value; of the value where there is no key. */
  keySpan(path: Path): Span;
  /** Whether the key that leads to a value is an integer without quotes. */
  hasIntegerKey(path: Path): boolean;
  /** The place of a part of a string value, given in UTF-16 units of the string; of the whole value where that place is not known. */
  partSpan(path: Path, offset: number, length: number): Span;
  /** The comments whose text begins with a word, in order. */
  comments(word: string): readonly Comment[];
  /** Puts a field at the end of a map; `text` is a value on one line. Undefined where that cannot be done for certain. */
  addition(path: Path, name: string, text: string): Edit | undefined;
  /** From the first to the last character of a value, with all of its lines. */
  extent(path: Path): Span;
  /** Puts an entry of one or of several lines into a map, before another one or at its end, or an item at the end of a list. Undefined where that cannot be done for certain. */
  insertion(path: Path, entry: NewEntry, before?: string): Edit | undefined;
  /** Takes entries out of a map or a list. Undefined where that cannot be done for certain. */
  removal(path: Path, steps: readonly (string | number)[]): readonly Edit[] | undefined;
  /** For the reading of a text that is mostly the same. Undefined where that would not help. */
  pieces(): PieceMemory | undefined;
  /** From key to value: the entry or item that begins on the next line with content; undefined where none begins there. */
  entrySpanAt(offset: number): Span | undefined;
}

/** A file with any error has no document, so later stages can rely on its data. */
export function readYaml(source: SourceFile): Checked<SpecDocument> {
  const { root, diagnostics } = parseYaml(source);
  if (root === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: documentOf(source, root), diagnostics };
}

export interface ParsedParts extends Checked<SpecDocument> {
  /** The paths of the values that the errors are in, which cannot be relied on. */
  readonly broken: readonly Path[];
}

/**
 * Like readYaml; but a file with errors that are in some of its values alone has a document for the others. With a memory, pieces
 * of the text that stood in the last text as well are not read again; the result is the same.
 */
export function readYamlParts(source: SourceFile, memory?: PieceMemory): ParsedParts {
  const plain = memory === undefined ? readPlainYaml(source.text) : undefined;
  if (plain !== undefined) return { value: documentOf(source, plain), diagnostics: [], broken: [] };
  const pieces = readPieces(source, memory);
  const { root, diagnostics } = pieces ?? parseYaml(source);
  if (root === undefined) return { value: undefined, diagnostics, broken: [] };
  const offsets = diagnostics
    .filter(({ code }) => code !== "yaml-syntax")
    // Of two keys of the same name only the first one has a value.
    .map(({ place, related: [first = { place }] = [] }) => first.place.span.start);
  const broken = [...(pieces?.cut ?? []), ...offsets].map((offset) => pathAt(root, offset));
  return { value: documentOf(source, root), diagnostics, broken };
}

/** The path of the innermost value that holds an offset, or that has its key there. */
function pathAt(root: Node, offset: number): Path {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  while (node !== undefined) {
    const { items }: Node = node;
    if (isMap(node)) {
      const pair = pairStartingBy(node, offset);
      if (pair === undefined || offset > (pair.value ?? pair.key).end) return path;
      path.push(String(pair.key.data));
      node = pair.value;
    } else if (items !== undefined) {
      const item = lastStartingBy(items, ({ start }) => start, offset);
      if (item === undefined || offset > item.end) return path;
      path.push(items.indexOf(item));
      node = item;
    } else return path;
  }
  return path;
}

function documentOf(source: SourceFile, root: Node): SpecDocument {
  const find = (path: Path): Found => findNode(root, path);
  // A long message may have a finding for each of its directives.
  const units = memoize((node: Node) => unitsOf(source.text, node));
  return {
    source,
    data: root.data,
    valueSpan: (path) => spanOf(source, find(path).node),
    keySpan(path) {
      const { node, key } = find(path);
      return spanOf(source, key ?? node);
    },
    hasIntegerKey: (path) => find(path).key?.isInteger === true,
    partSpan(path, offset, length) {
      const { node } = find(path);
      const { starts, ends } = units(node) ?? { starts: [], ends: [] };
      const start = starts[offset];
      const end = ends[Math.min(offset + length, ends.length) - 1];
      return start === undefined || end === undefined || end < start ? spanOf(source, node) : { start, end };
    },
    addition(path, name, text) {
      const { node, isMissing } = find(path);
      return isMissing ? undefined : addField(source, node, name, text);
    },
    extent(path) {
      const { start, end } = find(path).node;
      return { start, end };
    },
    insertion(path, entry, before) {
      const { node, isMissing } = find(path);
      return isMissing ? undefined : addEntry(source, node, entry, before);
    },
    removal(path, steps) {
      const { node, key, isMissing } = find(path);
      const names = new Set(steps.map(String));
      return isMissing ? undefined : removeEntries(source, node, key, (step) => names.has(step));
    },
    comments: (word) => findComments(source, word, (offset) => scalarAt(root, offset)),
    pieces: () => memoryOfTree(source.text, root),
    entrySpanAt: (offset) => entryAt(source, root, offset),
  };
}

interface Found {
  readonly node: Node;
  /** The path leads to no value; the node is the nearest one. */
  readonly isMissing?: true;
  /** The key of the last step, where the path exists as far as that. */
  readonly key?: Node | undefined;
}

function findNode(root: Node, path: Path): Found {
  let found: Found = { node: root };
  for (const step of path) {
    const { node } = found;
    if (isMap(node)) {
      const pair = pairNamed(node, String(step));
      if (pair === undefined) return { node: found.key ?? node, isMissing: true };
      found = { node: pair.value ?? pair.key, key: pair.key };
    } else if (node.items !== undefined) {
      const item = node.items[Number(step)];
      if (item === undefined) return { node: found.key ?? node, isMissing: true };
      found = { node: item };
    } else return { ...found, isMissing: true };
  }
  return found;
}

/** A collection is shown by its first line. */
function spanOf(source: SourceFile, node: Node): Span {
  const { start, end } = node;
  const text = source.text.slice(start, end).trimEnd();
  if (!isMap(node) && node.items === undefined) return { start, end: start + text.length };
  const lineEnd = text.search(/[\r\n]/);
  return { start, end: start + (lineEnd < 0 ? text.length : lineEnd) };
}

function entryAt(source: SourceFile, root: Node, offset: number): Span | undefined {
  const content = /^[ \t]*(?=[^#\s])/gm;
  content.lastIndex = source.text.indexOf("\n", offset) + 1;
  if (content.lastIndex === 0) return undefined;
  const match = content.exec(source.text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  let node: Node | undefined = root;
  while (node !== undefined) {
    if (isMap(node)) {
      const pair = pairStartingBy(node, start);
      if (pair?.key.start === start) return { start, end: (pair.value ?? pair.key).end };
      node = pair?.value;
    } else if (node.items !== undefined) {
      const item: Node | undefined = lastStartingBy(node.items, (entry) => entry.start, start + 2);
      if (item !== undefined && source.text.slice(start, item.start).match(/^-[ \t]+$/)) {
        return { start, end: item.end };
      }
      node = item;
    } else node = undefined;
  }
  return undefined;
}

function scalarAt(root: Node, offset: number): boolean {
  let node: Node | undefined = root;
  while (node !== undefined) {
    if (isMap(node)) {
      const pair = pairStartingBy(node, offset);
      node = pair !== undefined && offset < pair.key.end ? pair.key : pair?.value;
    } else if (node.items !== undefined) node = lastStartingBy(node.items, (item) => item.start, offset);
    else return node.start <= offset && offset < node.end;
  }
  return false;
}

/** The last of some items, sorted by their start, that starts at or before an offset. */
function lastStartingBy<T>(items: readonly T[], startOf: (item: T) => number, offset: number): T | undefined {
  const isBy = (item: T | undefined): boolean => item !== undefined && startOf(item) <= offset;
  return items[lastWhere(items.length, (index) => isBy(items[index]))];
}
