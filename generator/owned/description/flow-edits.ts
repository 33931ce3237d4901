// Changes in a map in brackets become edits, in JSON, which is YAML too; laid out as what stands around it is.
import type { Node, Pair, YAMLMap } from "yaml";
import { safeJson } from "../../text/json/json-strings.ts";
import type { Json } from "../../text/json/value.ts";
import { type Edit, type LineEnd, withLineEnds } from "../edits.ts";
import type { Change } from "./changes.ts";
import { type Description, keyText, spanOf } from "./description.ts";

/** `parents` are the maps around it, the outermost first. */
export function editFlow(
  map: YAMLMap,
  parents: readonly YAMLMap[],
  changes: readonly Change[],
  description: Description,
  lineEnd: LineEnd,
): readonly Edit[] {
  const { text } = description.source;
  const { yaml } = description;
  const layout = layoutOf(map, parents, text);
  const wanted = new Map(changes.map(({ name, value }) => [name, value]));
  const pairs = map.items.map((pair) => ({ name: keyText(pair, yaml) ?? "", ...placesOf(pair as Pair) }));
  const edits: Edit[] = [];
  for (const { name, valueStart, end } of pairs) {
    const value = wanted.get(name);
    if (value === undefined) continue;
    wanted.delete(name);
    edits.push({ start: valueStart, end, text: withLineEnds(jsonText(value, layout), lineEnd) });
  }
  const isGoing = (name: string): boolean => wanted.has(name) && wanted.get(name) === undefined;
  const added = [...wanted].filter((entry): entry is [string, Json] => entry[1] !== undefined);
  edits.push(...removals(map, pairs, isGoing, added.length > 0, text));
  if (added.length === 0) return edits;
  const members = added.map(
    ([name, value]) => `${layout.lead}${JSON.stringify(name)}:${layout.space}${jsonText(value, layout)}`,
  );
  const last = pairs.findLast(({ name }) => !isGoing(name));
  const start = last?.end ?? spanOf(map as Node)[0] + 1;
  const news = withLineEnds(members.join(","), lineEnd);
  if (last !== undefined) edits.push({ start, end: start, text: `,${news}` });
  else if (pairs.length > 0) edits.push({ start, end: start, text: news });
  // What stands in the brackets already stays behind the members, which then follow the bracket at once.
  else if (layout.isOpen) edits.push({ start, end: start, text: news + withLineEnds(layout.close, lineEnd) });
  else edits.push({ start, end: start, text: news.trimStart() });
  return edits;
}

interface Layout {
  /** Before each member: its line, a space, or nothing. */
  readonly lead: string;
  /** Behind a colon. */
  readonly space: string;
  /** Before the closing bracket, where it comes with the first member: nothing stands in the brackets yet. */
  readonly close: string;
  readonly isOpen: boolean;
  /** What lines are indented with, and by how much more each level; absent on one line. */
  readonly lines?: { readonly indent: string; readonly unit: string };
}

function layoutOf(map: YAMLMap, parents: readonly YAMLMap[], text: string): Layout {
  const [start, end] = spanOf(map as Node);
  const isOpen = end - start === 2;
  const indent = memberIndent(map, text);
  if (indent !== undefined) return linesOf(indent, unitOf(indent, lineIndent(text, start)), isOpen, "");
  const parent = parents.at(-1);
  const outer = parent?.flow === true ? memberIndent(parent, text) : undefined;
  if (isOpen && outer !== undefined) {
    const unit = unitOf(outer, lineIndent(text, spanOf(parent as unknown as Node)[0]));
    return linesOf(outer + unit, unit, isOpen, `\n${outer}`);
  }
  const isTight = /^\s*\{"/.test(text) && !/": /.test(text.slice(start, start + 400));
  const space = isTight ? "" : " ";
  return { lead: space, space, close: space, isOpen };
}

function linesOf(indent: string, unit: string, isOpen: boolean, close: string): Layout {
  return { lead: `\n${indent}`, space: " ", close, isOpen, lines: { indent, unit } };
}

/** The space before the first member, where that stands on a line of its own. */
function memberIndent({ items }: YAMLMap, text: string): string | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  const [start] = spanOf(first.key as Node);
  const line = text.lastIndexOf("\n", start - 1);
  const lead = text.slice(line + 1, start);
  return line >= 0 && /^[ \t]*$/.test(lead) ? lead : undefined;
}

function lineIndent(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function unitOf(inner: string, outer: string): string {
  return inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : "  ";
}

function jsonText(value: Json, { lines, space }: Layout): string {
  const safe = safeJson(JSON.stringify(value, undefined, lines?.unit ?? (space === "" ? undefined : 1)));
  // Line ends inside of strings are escaped, so that each of these is of the layout.
  if (lines === undefined) return safe.replaceAll(/\n */g, " ");
  return safe.replaceAll("\n", `\n${lines.indent}`);
}

interface Places {
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

function placesOf({ key, value }: Pair): Places {
  const [start, keyEnd] = spanOf(key as Node);
  const [valueStart, end] = value === null ? [keyEnd, keyEnd] : spanOf(value as Node);
  return { start, valueStart, end: Math.max(keyEnd, end) };
}

/** A member goes with the comma before it, or with that behind it where it is the first; the only ones leave the brackets. */
function removals(
  map: YAMLMap,
  pairs: readonly (Places & { readonly name: string })[],
  isGoing: (name: string) => boolean,
  isFilled: boolean,
  text: string,
): readonly Edit[] {
  const edits: Edit[] = [];
  const [open, close] = spanOf(map as Node);
  for (let first = 0; first < pairs.length; first += 1) {
    if (!isGoing(pairs[first]?.name ?? "")) continue;
    let last = first;
    while (last + 1 < pairs.length && isGoing(pairs[last + 1]?.name ?? "")) last += 1;
    const [before, start, end, after] = [pairs[first - 1], pairs[first]?.start, pairs[last]?.end, pairs[last + 1]];
    if (start === undefined || end === undefined) break;
    if (before !== undefined) edits.push({ start: before.end, end, text: "" });
    else if (after !== undefined) edits.push({ start, end: after.start, text: "" });
    else {
      // Where the first of them does not follow the bracket at once, what stands before the closing one came with it.
      const isWhole = !isFilled && start > open + 1;
      const comma = /^\s*,/.exec(text.slice(end, close))?.[0].length ?? 0;
      edits.push({ start: open + 1, end: isWhole ? close - 1 : end + comma, text: "" });
    }
    first = last;
  }
  return edits;
}
