// Two versions of a table, a translation or another file of YAML that were made from one become the version with the changes of both.

import { isDeepStrictEqual } from "node:util";
import { positionAt, type SourceFile } from "../diagnostic/source.ts";
import { rowStart } from "../reader/yaml/additions.ts";
import { readYaml, type SpecDocument } from "../reader/yaml/document.ts";
import type { NewEntry } from "../reader/yaml/node.ts";
import type { Path } from "../text/json/pointer.ts";
import { isRecord } from "../text/json/value.ts";
import { fieldsOf } from "./closure.ts";
import { changeDocument, type DocumentChange, valueAtPath } from "./document-changes.ts";

export interface Sides {
  readonly base: SourceFile;
  readonly ours: SourceFile;
  readonly theirs: SourceFile;
}

/**
 * The text of our side with the changes of the other one: entries and items that came or went, and values that changed. Undefined
 * where both sides changed the same value, or where the other side has more than such changes, as another order or other comments,
 * which would be lost: that is for a person.
 */
export function mergeTables({ base, ours, theirs }: Sides): string | undefined {
  const other = readYaml(theirs).value;
  const isAllOfTheirs = isSameButBlank(changedAs(base, base, other) ?? "", theirs.text);
  return isAllOfTheirs ? changedAs(base, ours, other) : undefined;
}

/** One text with the changes that lead from the base to another one. */
function changedAs(base: SourceFile, source: SourceFile, other: SpecDocument | undefined): string | undefined {
  const [old, own] = [readYaml(base).value, readYaml(source).value];
  if (old === undefined || own === undefined || other === undefined) return undefined;
  const changes = changesOf([], { old, own, other });
  if (changes === undefined || changes.length === 0) return changes && source.text;
  const changed = changeDocument(own, changes);
  return "text" in changed ? changed.text : undefined;
}

interface Documents {
  readonly old: SpecDocument;
  readonly own: SpecDocument;
  readonly other: SpecDocument;
}

/** The changes from the old to the other document below a path, for our own; undefined where ours changed the same in another way. */
function changesOf(path: Path, documents: Documents): readonly DocumentChange[] | undefined {
  const [before, mine, after] = [documents.old, documents.own, documents.other].map(({ data }) =>
    valueAtPath(data, path),
  );
  if (isDeepStrictEqual(before, after) || isDeepStrictEqual(mine, after)) return [];
  if (isRecord(before) && isRecord(mine) && isRecord(after)) return mapChanges(path, documents, before, mine, after);
  if (Array.isArray(before) && Array.isArray(mine) && Array.isArray(after))
    return listChanges(path, documents, before, mine, after);
  if (!isDeepStrictEqual(before, mine)) return undefined;
  const { start, end } = documents.other.extent(path);
  return [{ kind: "text", path, text: documents.other.source.text.slice(start, end), value: after }];
}

type Fields = Readonly<Record<string, unknown>>;

function mapChanges(
  path: Path,
  documents: Documents,
  before: Fields,
  mine: Fields,
  after: Fields,
): readonly DocumentChange[] | undefined {
  const changes: DocumentChange[] = [];
  const gone: string[] = [];
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name)) {
      if (Object.hasOwn(mine, name)) {
        const inner = changesOf([...path, name], documents);
        if (inner === undefined) return undefined;
        changes.push(...inner);
      } else if (!isDeepStrictEqual(before[name], after[name])) return undefined;
    } else if (Object.hasOwn(mine, name)) {
      if (!isDeepStrictEqual(before[name], mine[name])) return undefined;
      gone.push(name);
    }
  }
  if (gone.length > 0) changes.push({ kind: "remove", path, steps: gone });
  const names = inOrder(documents.other, path);
  for (const [index, name] of names.entries()) {
    if (Object.hasOwn(before, name)) continue;
    if (Object.hasOwn(mine, name)) {
      if (!isDeepStrictEqual(mine[name], after[name])) return undefined;
      continue;
    }
    const next = names.slice(index + 1).find((one) => Object.hasOwn(before, one) && Object.hasOwn(mine, one));
    const entry = entryAt(documents.other, path, name, next !== undefined);
    changes.push({ kind: "add", path, name, value: after[name], entry, before: next });
  }
  return changes;
}

/** Lists of tables are sets, such as the codes of an operation: an item is there or not. */
function listChanges(
  path: Path,
  { other }: Documents,
  before: readonly unknown[],
  mine: readonly unknown[],
  after: readonly unknown[],
): readonly DocumentChange[] | undefined {
  const has = (items: readonly unknown[], item: unknown) => items.some((one) => isDeepStrictEqual(one, item));
  const gone = before.filter((item) => !has(after, item));
  const steps = [...mine.keys()].filter((index) => has(gone, mine[index]));
  // A list that is in another order alone, or that has an item twice, is more than a set.
  const isSet = [before, mine, after].every((items) => items.every((item, index) => !has(items.slice(0, index), item)));
  const isSorted = gone.length > 0 || after.some((item) => !has(before, item));
  if (!isSet || !isSorted) return undefined;
  const added = [...after.keys()].filter((index) => !has(before, after[index]) && !has(mine, after[index]));
  return [
    ...(steps.length === 0 ? [] : [{ kind: "remove", path, steps } as const]),
    ...added.map((index): DocumentChange => {
      const { start, end } = other.extent([...path, index]);
      const column = positionAt(other.source, start).column - 1;
      const text = dedented(other.source.text.slice(start, lineEndAt(other, end)), column - 2);
      const flow = other.source.text.slice(start, end);
      return { kind: "add", path, name: String(index), value: after[index], entry: { flow, block: `- ${text}` } };
    }),
  ];
}

function inOrder(document: SpecDocument, path: Path): readonly string[] {
  const startOf = (name: string): number => document.keySpan([...path, name]).start;
  return fieldsOf(valueAtPath(document.data, path))
    .map(([name]) => name)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

/** An entry as its file has it, with the comments right above it and on its last line, and with the blank line that parts rows. */
function entryAt(document: SpecDocument, path: Path, name: string, isBefore: boolean): NewEntry {
  const { text } = document.source;
  const key = document.keySpan([...path, name]);
  const { end } = document.extent([...path, name]);
  const column = positionAt(document.source, key.start).column - 1;
  const start = rowStart(text, key.start, column) ?? key.start;
  const block = dedented(text.slice(start, lineEndAt(document, Math.max(end, key.end))), column);
  const isParted = /\n[ \t]*\r?\n$/.test(text.slice(0, start));
  const gap = isParted ? "\n" : "";
  return { flow: text.slice(key.start, Math.max(end, key.end)), block: isBefore ? block + gap : gap + block };
}

function lineEndAt({ source: { text } }: SpecDocument, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function dedented(text: string, column: number): string {
  const lines = text.replaceAll("\r\n", "\n").replace(/\r$/, "");
  return column > 0 ? lines.replaceAll(new RegExp(`^ {1,${column}}`, "gm"), "") : lines;
}

/** Whether two texts differ in blank lines alone. */
function isSameButBlank(a: string, b: string): boolean {
  const linesOf = (text: string): string => text.replaceAll(/^[ \t]*\r?\n|[ \t\r]+$/gm, "").trimEnd();
  return linesOf(a) === linesOf(b);
}
