// Changes in a map of lines become edits: members are added behind its last line, and go with whole lines.
import type { Node, Pair, Scalar, YAMLMap } from "yaml";
import type { JsonObject } from "../../text/json/value.ts";
import { renderYaml } from "../../text/yaml.ts";
import { type Edit, type LineEnd, withLineEnds } from "../edits.ts";
import type { Change } from "./changes.ts";
import { type Description, keyText, type Refusal, refuse, spanOf } from "./description.ts";

/**
 * The line end before a member comes and goes with it: that behind it was there before, and may be of another kind, or
 * missing at the end of the file.
 */
export function editBlock(
  map: YAMLMap,
  changes: readonly Change[],
  description: Description,
  lineEnd: LineEnd,
): readonly Edit[] | Refusal {
  const { source, yaml } = description;
  const { text } = source;
  const indent = indentOf(map, description);
  if (indent === undefined) {
    const message = "The keys of this map do not stand at the start of lines.";
    return refuse(source, spanOf(map as Node), "description-shape", message, "Write each key on a line of its own.");
  }
  const pairs = new Map(map.items.map((pair) => [keyText(pair, yaml), pair as Pair]));
  const edits: Edit[] = [];
  const news: [string, Change["value"]][] = [];
  for (const { name, value } of changes) {
    const pair = pairs.get(name);
    if (pair === undefined) news.push([name, value]);
    else {
      const start = lineBefore(text, spanOf(pair.key as Node)[0]);
      if (start === undefined) {
        const help = "Write each key on a line of its own.";
        return refuse(source, spanOf(pair.key as Node), "description-shape", `"${name}" has no line of its own.`, help);
      }
      const end = endOfLine(text, contentEnd(pair, description));
      edits.push({ start, end, text: value === undefined ? "" : membersText([[name, value]], indent, lineEnd) });
    }
  }
  const added = news.filter((entry): entry is [string, NonNullable<Change["value"]>] => entry[1] !== undefined);
  const last = map.items.at(-1) as Pair | undefined;
  if (added.length > 0 && last !== undefined) {
    const end = insertionEnd(last, indent.length, description);
    edits.push({ start: end, end, text: membersText(added, indent, lineEnd) });
  }
  return edits;
}

/** Members below a key that nothing stands behind. */
export function editNothing(
  pair: Pair,
  parent: YAMLMap | undefined,
  changes: readonly Change[],
  description: Description,
  lineEnd: LineEnd,
): readonly Edit[] | Refusal {
  const outer = parent === undefined || parent.flow === true ? undefined : indentOf(parent, description);
  const members = changes.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  if (members.length === 0) return [];
  if (outer === undefined) {
    const place = spanOf(pair.key as Node);
    const message = `Nothing stands behind "${keyText(pair, description.yaml)}", so that there is no map to add to.`;
    return refuse(description.source, place, "description-shape", message, "Write {} behind it.");
  }
  const end = insertionEnd(pair, outer.length + 1, description);
  return [{ start: end, end, text: membersText(members, `${outer}  `, lineEnd) }];
}

/** The space before the keys. */
function indentOf({ items }: YAMLMap, { source }: Description): string | undefined {
  for (const { key } of items) {
    const [start] = spanOf(key as Node);
    const lead = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
    if (/^ *$/.test(lead)) return lead;
  }
  return undefined;
}

/** Every line with the line end before it. */
function membersText(members: readonly (readonly [string, unknown])[], indent: string, lineEnd: LineEnd): string {
  const lines = renderYaml(Object.fromEntries(members) as JsonObject).trimEnd();
  return withLineEnds(`\n${lines}`.replaceAll(/\n(?!\n)/g, `\n${indent}`), lineEnd);
}

/** Behind the line before that of an offset, where nothing but space stands between; 0 on the first line. */
function lineBefore(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1);
  if (text.slice(start + 1, offset).trim() !== "") return undefined;
  if (start < 0) return 0;
  return text[start - 1] === "\r" ? start - 1 : start;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

/** Behind the last sign that belongs to a member: line ends only where they are part of a text. */
function contentEnd({ key, value }: Pair, description: Description): number {
  const { yaml, source } = description;
  const keyEnd = spanOf(key as Node)[1];
  if (yaml.isCollection(value) && (value as YAMLMap).flow !== true) {
    const last = value.items.at(-1);
    if (yaml.isPair(last)) return contentEnd(last as Pair, description);
    if (last !== undefined) return contentEnd({ key, value: last } as Pair, description);
  }
  if (!yaml.isNode(value)) return keyEnd;
  const [start, end] = spanOf(value);
  const { type } = value as Scalar;
  if (type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED") return Math.max(keyEnd, end);
  if (keepsLines(value as Scalar, description))
    return source.text[end - 1] === "\n" ? withoutLineEnd(source.text, end) : end;
  return start + source.text.slice(start, end).trimEnd().length;
}

function withoutLineEnd(text: string, end: number): number {
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

/** A text such as |+, all of whose line ends count, or one with spaces on lines at its end, which may be a part of it. */
function keepsLines(scalar: Scalar, { source }: Description): boolean {
  const text = source.text.slice(...spanOf(scalar as Node));
  return /^[|>]\d?\+/.test(text) || /\n[ \t\r]*[ \t]/.test(text.slice(text.trimEnd().length));
}

function endsInKeptLines({ value }: Pair, description: Description): boolean {
  const { yaml } = description;
  if (yaml.isCollection(value) && (value as YAMLMap).flow !== true) {
    const last = value.items.at(-1);
    return endsInKeptLines((yaml.isPair(last) ? last : { value: last }) as Pair, description);
  }
  const { type } = (value ?? {}) as Scalar;
  return (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") && keepsLines(value as Scalar, description);
}

/** Behind a member, and the comments below it that are indented as its map is: they are of that map. */
function insertionEnd(last: Pair, indent: number, description: Description): number {
  const { text } = description.source;
  const content = contentEnd(last, description);
  // Whatever follows such a text belongs to it, but for what is indented less.
  if (endsInKeptLines(last, description)) return content;
  let end = endOfLine(text, content);
  const comments = new RegExp(`(?:\\r?\\n[ \\t]*)*\\r?\\n {${indent},}#[^\\n]*`, "y");
  for (comments.lastIndex = end; comments.test(text); comments.lastIndex = end)
    end = endOfLine(text, comments.lastIndex);
  return text[end - 1] === "\r" ? end - 1 : end;
}
