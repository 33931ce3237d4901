// Changes of the data of a file become edits of its text, and the new text is read again: it must hold the changed data, and no others.
import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { applyEdits, type Edit } from "../diagnostic/text-edits.ts";
import { readYaml, type SpecDocument } from "../reader/yaml/document.ts";
import type { NewEntry } from "../reader/yaml/node.ts";
import type { Path } from "../text/json/pointer.ts";
import { isInteger, nameText } from "./name-text.ts";
import { refactorError } from "./refactor-kinds.ts";

/** Paths are those of the file before any change. */
export type DocumentChange =
  | { readonly kind: "key"; readonly path: Path; readonly to: string }
  | { readonly kind: "value"; readonly path: Path; readonly to: string }
  /** Another text in the place of a part of a text; of several parts of one text, later ones come first. */
  | {
      readonly kind: "part";
      readonly path: Path;
      readonly offset: number;
      readonly length: number;
      readonly to: string;
    }
  /** Another text in the place of a value, and the value that it stands for. */
  | { readonly kind: "text"; readonly path: Path; readonly text: string; readonly value: unknown }
  /** Entries of the map or list at the path. */
  | { readonly kind: "remove"; readonly path: Path; readonly steps: readonly (string | number)[] }
  /** An entry of a map, or an item at the end of a list, which has no name. */
  | {
      readonly kind: "add";
      readonly path: Path;
      readonly name: string;
      readonly value: unknown;
      readonly entry: NewEntry;
      readonly before?: string | undefined;
    };

export interface ChangedFile {
  readonly source: SourceFile;
  readonly edits: readonly Edit[];
  /** With the edits. */
  readonly text: string;
}

export function changeDocument(document: SpecDocument, changes: readonly DocumentChange[]): ChangedFile | Diagnostic {
  const { source } = document;
  const wanted = changes.reduce(changeData, { data: plainCopy(document.data), renamed: [] }).data;
  // An entry is added beside one that leaves: so the others are made first.
  const [added, others] = [changes.filter(isAddition), changes.filter((change) => change.kind !== "add")];
  const edits: Edit[] = [];
  for (const change of others) {
    const made = editsOf(document, change);
    if (made === undefined) return unsure(document, change);
    edits.push(...made);
  }
  const between = documentWith(source, edits);
  if (between === undefined) return unsure(document, others[0]);
  const done = [...edits];
  for (const change of added) {
    const edit = between.insertion(change.path, change.entry, change.before);
    if (edit === undefined) return unsure(document, change);
    const start = offsetBefore(edits, edit.start);
    done.push({ start, end: start, text: edit.text });
  }
  const made = documentWith(source, done);
  if (made === undefined || !isDeepStrictEqual(plainCopy(made.data), wanted)) return unsure(document, changes[0]);
  return { source, edits: done, text: made.source.text };
}

function isAddition(change: DocumentChange): change is Extract<DocumentChange, { readonly kind: "add" }> {
  return change.kind === "add";
}

/** Undefined where edits overlap, or where they do not make YAML: then they are for a person. */
function documentWith(source: SourceFile, edits: readonly Edit[]): SpecDocument | undefined {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const overlaps = sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
  return overlaps ? undefined : readYaml({ ...source, text: applyEdits(source.text, edits) }).value;
}

/** The offset in the old text of a place in the new one. */
function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start + shift >= offset) break;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

function editsOf(
  document: SpecDocument,
  change: Exclude<DocumentChange, { readonly kind: "add" }>,
): readonly Edit[] | undefined {
  const { source } = document;
  switch (change.kind) {
    case "key": {
      const span = document.keySpan(change.path);
      const written = source.text.slice(span.start, span.end);
      const isInteger = document.hasIntegerKey(change.path);
      return [{ ...span, text: nameText(change.to, { written, old: String(change.path.at(-1)), isInteger }) }];
    }
    case "value": {
      const span = document.valueSpan(change.path);
      const written = source.text.slice(span.start, span.end);
      const old = valueAtPath(document.data, change.path);
      return [
        { ...span, text: nameText(change.to, { written, old: String(old), isInteger: typeof old === "number" }) },
      ];
    }
    case "part":
      return [{ ...document.partSpan(change.path, change.offset, change.length), text: change.to }];
    case "text":
      return [{ ...document.extent(change.path), text: change.text }];
    case "remove":
      return document.removal(change.path, change.steps);
    default:
      return change satisfies never;
  }
}

type Data = Record<string, unknown> | unknown[];

interface Changing {
  readonly data: unknown;
  /** Keys that changed, by their old paths. */
  readonly renamed: readonly (readonly [path: Path, to: string])[];
}

/** The same changes to the data alone. */
function changeData({ data, renamed }: Changing, change: DocumentChange): Changing {
  const now = change.path.map((step, index) => {
    const before = JSON.stringify(change.path.slice(0, index + 1));
    return renamed.find(([path]) => JSON.stringify(path) === before)?.[1] ?? step;
  });
  if (change.kind === "remove" || change.kind === "add") {
    const parent = valueAtPath(data, now) as Data;
    if (change.kind === "add" && Array.isArray(parent)) parent.push(plainCopy(change.value));
    else if (change.kind === "add") (parent as Record<string, unknown>)[change.name] = plainCopy(change.value);
    else if (Array.isArray(parent)) {
      const gone = new Set(change.steps.map(Number));
      parent.splice(0, parent.length, ...parent.filter((_, index) => !gone.has(index)));
    } else for (const step of change.steps) delete parent[String(step)];
    return { data, renamed };
  }
  const parent = valueAtPath(data, now.slice(0, -1)) as Record<string, unknown>;
  const last = String(now.at(-1));
  if (change.kind === "text") {
    parent[last] = plainCopy(change.value);
    return { data, renamed };
  }
  if (change.kind === "part") {
    const { offset, length, to } = change;
    const text = String(parent[last]);
    parent[last] = text.slice(0, offset) + to + text.slice(offset + length);
    return { data, renamed };
  }
  if (change.kind === "value") {
    parent[last] = typeof parent[last] === "number" && isInteger(change.to) ? Number(change.to) : change.to;
    return { data, renamed };
  }
  parent[change.to] = parent[last];
  delete parent[last];
  return { data, renamed: [...renamed, [change.path, change.to]] };
}

export function valueAtPath(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? (value as Data)[step as never] : undefined),
    data,
  );
}

/** A copy of plain data; maps stay without a prototype, so that "__proto__" is a name like any other. */
function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [name, inner] of Object.entries(value)) copy[name] = plainCopy(inner);
  return copy;
}

function unsure(document: SpecDocument, change: DocumentChange | undefined): Diagnostic {
  const path = change?.path ?? [];
  const steps = change?.kind === "remove" ? [...path, ...change.steps.slice(0, 1)] : path;
  const place = { source: document.source, span: document.keySpan(steps) };
  const message = "This place is written in a way in which it cannot be edited for certain.";
  const help =
    "Write each entry of the map or list on a line of its own, without anchors, or make this change by hand.";
  return refactorError("refactor-unsure", place, message, help);
}
