// A code that leaves a table becomes an entry of its retired codes, in the order and the style of those that are there.
import { compareText } from "../diagnostic/diagnostic.ts";
import { positionAt } from "../diagnostic/source.ts";
import type { SpecDocument } from "../reader/yaml/document.ts";
import { recordOf } from "../text/json/value.ts";
import { fieldOf, fieldsOf } from "./closure.ts";
import type { DocumentChange } from "./document-changes.ts";
import { isInteger, nameText, plainOrQuoted } from "./name-text.ts";

export interface Retirement {
  readonly since?: string | undefined;
  readonly replacedBy?: string | undefined;
  readonly reason?: string | undefined;
}

export function versionOf({ data }: SpecDocument): string | undefined {
  const version = fieldOf(data, "version");
  return typeof version === "string" ? version : undefined;
}

/** From the version of a table, and whether the code is deprecated there, the version with which it ends. */
export type EndVersion = (version: string, wasAnnounced: boolean) => string;

/** Undefined where the table has no version. */
export function endVersion(document: SpecDocument, code: string, endsWith: EndVersion): string | undefined {
  const version = versionOf(document);
  const deprecated = fieldOf(fieldOf(fieldOf(document.data, "errors"), code), "deprecated");
  return version === undefined ? undefined : endsWith(version, deprecated !== undefined);
}

/** The code has a row in the document. */
export function retirement(document: SpecDocument, code: string, end: Retirement): DocumentChange {
  const isIntegerCode = document.hasIntegerKey(["errors", code]);
  const fields = fieldsOfEnd(end, isIntegerCode);
  const key = nameText(code, { written: "", old: "", isInteger: isIntegerCode });
  const lines = fields.map(({ name, text }) => `${name}: ${text}`);
  const flow = `${key}: ${lines.length === 0 ? "{}" : `{ ${lines.join(", ")} }`}`;
  const value = recordOf(fields.map((field) => [field.name, field.value]));
  const step = " ".repeat(indentStep(document));
  if (fieldOf(document.data, "retired") === undefined) {
    const gap = hasBlankLines(document) ? "\n" : "";
    const entry = { flow: `retired: { ${flow} }`, block: `${gap}retired:\n${step}${flow}` };
    return { kind: "add", path: [], name: "retired", value: recordOf([[code, value]]), entry };
  }
  const retired = inOrder(document, "retired");
  const last = retired.at(-1);
  const isBlock = last !== undefined && lines.length > 0 && isBlockAt(document, last);
  const block = isBlock ? [`${key}:`, ...lines.map((line) => step + line)].join("\n") : flow;
  const before = isSorted(document) ? retired.find((other) => compareCodes(other, code) > 0) : undefined;
  return { kind: "add", path: ["retired"], name: code, value, entry: { flow, block }, before };
}

interface Field {
  readonly name: keyof Retirement;
  readonly value: string | number;
  readonly text: string;
}

function fieldsOfEnd({ since, replacedBy, reason }: Retirement, isIntegerCode: boolean): readonly Field[] {
  const fields: Field[] = [];
  if (since !== undefined) fields.push({ name: "since", value: since, text: plainOrQuoted(since) });
  if (replacedBy !== undefined && isIntegerCode && isInteger(replacedBy))
    fields.push({ name: "replacedBy", value: Number(replacedBy), text: replacedBy });
  else if (replacedBy !== undefined)
    fields.push({ name: "replacedBy", value: replacedBy, text: plainOrQuoted(replacedBy) });
  if (reason !== undefined) fields.push({ name: "reason", value: reason, text: plainOrQuoted(reason) });
  return fields;
}

/** The names in a map at the top of the file, as they stand in the text: objects have integers first. */
function inOrder(document: SpecDocument, field: string): readonly string[] {
  const startOf = (name: string): number => document.keySpan([field, name]).start;
  return fieldsOf(fieldOf(document.data, field))
    .map(([name]) => name)
    .toSorted((a, b) => startOf(a) - startOf(b));
}

/** One retired code shows no order yet: then that of the errors counts. */
function isSorted(document: SpecDocument): boolean {
  const retired = inOrder(document, "retired");
  const codes = retired.length > 1 ? retired : inOrder(document, "errors");
  return codes.every((code, index) => index === 0 || compareCodes(codes[index - 1] ?? "", code) < 0);
}

function compareCodes(a: string, b: string): number {
  return isInteger(a) && isInteger(b) ? Number(a) - Number(b) : compareText(a, b);
}

function isBlockAt(document: SpecDocument, code: string): boolean {
  const { start } = document.valueSpan(["retired", code]);
  return (
    positionAt(document.source, start).line >
    positionAt(document.source, document.keySpan(["retired", code]).start).line
  );
}

/** The indentation of the rows. */
function indentStep(document: SpecDocument): number {
  const [first] = inOrder(document, "errors");
  const columnOf = (path: readonly string[]): number =>
    positionAt(document.source, document.keySpan(path).start).column;
  const step = first === undefined ? 0 : columnOf(["errors", first]) - columnOf(["errors"]);
  return step > 0 && step <= 8 ? step : 2;
}

/** Whether a blank line stands before the last part of the file. */
function hasBlankLines({ source, data, keySpan }: SpecDocument): boolean {
  const starts = fieldsOf(data).map(([name]) => keySpan([name]).start);
  const last = Math.max(...starts);
  return /\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(source.text.slice(0, last));
}
