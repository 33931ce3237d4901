// Accepted breaks are added to the text of their file; every byte that is there stays.

import type { SourceFile } from "../../diagnostic/source.ts";
import { lineEndOf, withLineEnds } from "../../diagnostic/text-edits.ts";
import { readYaml, type SpecDocument } from "../../reader/yaml/document.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { renderYaml } from "../../text/yaml.ts";
import { type Identified, identityOf } from "../change.ts";
import { parseAccepted } from "./accepted-file.ts";
import { fingerprintOf } from "./change-fingerprint.ts";

/** `head` are the lines above the list of a new file. */
export function newAccepted(changes: readonly Identified[], reason: string, head: readonly string[]): string {
  const entries = changes.map((change) => entryOf(change, reason));
  return `${head.map((line) => `${line}\n`).join("")}${renderYaml({ accepted: entries })}`;
}

export function addAccepted(source: SourceFile, changes: readonly Identified[], reason: string): string | undefined {
  return addEntries(
    source,
    changes.map((change) => entryOf(change, reason)),
  );
}

/** Undefined where the file is laid out in a way that cannot be added to for certain. It must have been read without a finding. */
export function addEntries(source: SourceFile, entries: readonly JsonObject[]): string | undefined {
  const { text } = source;
  const document = readYaml(source).value;
  const before = parseAccepted(source).value?.entries.length ?? 0;
  const after =
    document === undefined ? addBelow(text, renderYaml({ accepted: entries })) : addToList(document, entries, before);
  const read = after === undefined ? undefined : parseAccepted({ ...source, text: after }).value;
  // The file as it is read again has the old entries and the new ones.
  return read?.entries.length === before + entries.length ? after : undefined;
}

function addToList(document: SpecDocument, entries: readonly JsonObject[], count: number): string | undefined {
  const { text } = document.source;
  const list = document.valueSpan(["accepted"]);
  if (text[list.start] === "[") return addToFlow(text, list.end - 1, entries, count > 0);
  return count === 0
    ? addBelow(text, indented(entries, "  "))
    : addToBlock(document, document.valueSpan(["accepted", count - 1]).start, entries);
}

/** Below a file that was emptied, down to its comments or to the name of the list. */
function addBelow(text: string, added: string): string {
  const lineEnd = lineEndOf(text);
  const isOpen = text !== "" && !text.endsWith("\n");
  return `${text}${isOpen ? lineEnd : ""}${withLineEnds(added, lineEnd)}`;
}

function indented(entries: readonly JsonObject[], indent: string): string {
  return renderYaml(entries).replace(/^(?=.)/gm, indent);
}

function entryOf(change: Identified, reason: string): JsonObject {
  const identity = identityOf(change);
  return { ...identity, reason, fingerprint: fingerprintOf(identity) };
}

function addToFlow(text: string, end: number, entries: readonly JsonObject[], hasMore: boolean): string {
  const added = entries.map((entry) => JSON.stringify(entry)).join(", ");
  return `${text.slice(0, end)}${hasMore ? ", " : ""}${added}${text.slice(end)}`;
}

/** Below the last line of the last entry, with the dash in its column. */
function addToBlock(document: SpecDocument, last: number, entries: readonly JsonObject[]): string | undefined {
  const { text } = document.source;
  const line = text.lastIndexOf("\n", last) + 1;
  const indent = /^( *)- *$/.exec(text.slice(line, last))?.[1];
  const entry = document.entrySpanAt(line - 1);
  if (indent === undefined || entry === undefined) return undefined;
  const content = entry.start + text.slice(entry.start, entry.end).trimEnd().length;
  const end = text.indexOf("\n", content);
  const at = end < 0 ? text.length : end + 1;
  const lineEnd = lineEndOf(text);
  const added = indented(entries, indent);
  return `${text.slice(0, at)}${end < 0 ? lineEnd : ""}${withLineEnds(added, lineEnd)}${text.slice(at)}`;
}
