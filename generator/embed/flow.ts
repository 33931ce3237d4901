// Changes in a map in brackets become edits, in JSON, which is YAML too; laid out as what stands around it is.
import type { Node, Pair, YAMLMap } from "yaml";
import type { Json } from "../model/json.ts";
import { EACH_UNSAFE, UNSAFE } from "../render/json-strings.ts";
import { escapeUnit } from "../render/width.ts";
import type { Change } from "./changes.ts";
import { type Description, keyText, spanOf } from "./description.ts";
import { type Edit, type LineEnd, withLineEnds } from "./edits.ts";

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
  edits.push(...removals(map, pairs, isGoing, text));
  const added = [...wanted].filter((entry): entry is [string, Json] => entry[1] !== undefined);
  if (added.length === 0) return edits;
  const members = added.map(
    ([name, value]) => `${layout.start}${JSON.stringify(name)}:${layout.space}${jsonText(value, layout)}`,
  );
  const last = pairs.findLast(({ name }) => !isGoing(name));
  const start = last?.end ?? spanOf(map as Node)[0] + 1;
  const news = withLineEnds(members.join(`,${layout.between}`), lineEnd);
  if (last !== undefined) edits.push({ start, end: start, text: `,${layout.between}${news}` });
  else edits.push({ start, end: start, text: news + withLineEnds(layout.close, lineEnd) });
  return edits;
}

interface Layout {
  /** Before each member: its line, or nothing. */
  readonly start: string;
  /** Between a comma and the member behind it. */
  readonly between: string;
  /** Behind a colon. */
  readonly space: string;
  /** Before the closing bracket of a map that has no members yet. */
  readonly close: string;
  /** What lines are indented with, and by how much more each level; absent on one line. */
  readonly lines?: { readonly indent: string; readonly unit: string };
}

function layoutOf(map: YAMLMap, parents: readonly YAMLMap[], text: string): Layout {
  const [start, end] = spanOf(map as Node);
  const indent = memberIndent(map, text);
  if (indent !== undefined) return linesOf(indent, unitOf(indent, lineIndent(text, start)), "");
  const parent = parents.at(-1);
  const outer = parent?.flow === true ? memberIndent(parent, text) : undefined;
  if (map.items.length === 0 && outer !== undefined && end - start === 2) {
    const unit = unitOf(outer, lineIndent(text, spanOf(parent as unknown as Node)[0]));
    return linesOf(outer + unit, unit, `\n${outer}`);
  }
  const isTight = /^\s*\{"/.test(text) && !/": /.test(text.slice(start, start + 400));
  return isTight
    ? { start: "", between: "", space: "", close: "" }
    : { start: "", between: " ", space: " ", close: "" };
}

function linesOf(indent: string, unit: string, close: string): Layout {
  return { start: `\n${indent}`, between: "", space: " ", close, lines: { indent, unit } };
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
  const printed = JSON.stringify(value, undefined, lines?.unit ?? (space === "" ? undefined : 1));
  const safe = UNSAFE.test(printed) ? printed.replaceAll(EACH_UNSAFE, escapeUnit) : printed;
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
      // Where the first of them has a line of its own, the line of the closing bracket came with it.
      const hasLines = text.slice(open, start).includes("\n");
      const comma = /^\s*,/.exec(text.slice(end, close))?.[0].length ?? 0;
      edits.push({ start: open + 1, end: hasLines ? close - 1 : end + comma, text: "" });
    }
    first = last;
  }
  return edits;
}
