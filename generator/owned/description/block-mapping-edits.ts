// Changes of a block mapping become edits: members are added after its last line, and whole lines are removed.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { type Edit, type LineEnd, withLineEnds } from "../../diagnostic/text-edits.ts";
import type { Member, YamlNode } from "../../reader/yaml/tree-node.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { renderYaml } from "../../text/yaml.ts";
import { refuse } from "./description-kinds.ts";
import { findMember } from "./find-mapping.ts";
import { type MemberChange, membersSet } from "./member-changes.ts";

/**
 * A member comes and goes with the line end before it. The line end after it was there before, and may be of another
 * kind, or missing at the end of the file.
 */
export function editBlockMapping(
  mapping: YamlNode,
  changes: readonly MemberChange[],
  source: SourceFile,
  lineEnd: LineEnd,
): readonly Edit[] | Diagnostic {
  const { text } = source;
  const indent = indentOf(mapping, text);
  if (indent === undefined) {
    const message = "No key of this map stands at the start of a line.";
    return refuse(source, mapping, "description-shape", message, LINE_HELP);
  }
  const edits: Edit[] = [];
  for (const change of changes) {
    const member = findMember(mapping, change.name);
    if (member === undefined) continue;
    if (indentBefore(member.key, text) === undefined)
      return refuse(source, member.key, "description-shape", `"${change.name}" has no line of its own.`, LINE_HELP);
    const start = lineEndBefore(text, text.lastIndexOf("\n", member.key.start - 1) + 1);
    edits.push({ start, end: endOfLine(text, contentEnd(member, text)), text: linesOf([change], indent, lineEnd) });
  }
  const added = changes.filter(({ name, value }) => value !== undefined && findMember(mapping, name) === undefined);
  const last = mapping.members.at(-1);
  if (added.length > 0 && last !== undefined) {
    const end = insertionEnd(last, indent.length, text);
    edits.push({ start: end, end, text: linesOf(added, indent, lineEnd) });
  }
  return edits;
}

const LINE_HELP = "Write each key on a line of its own.";

/** Adds members below a key that has no value yet. */
export function editMissingMapping(
  member: Member,
  parent: YamlNode,
  changes: readonly MemberChange[],
  source: SourceFile,
  lineEnd: LineEnd,
): readonly Edit[] | Diagnostic {
  const outer = parent.style === "flow" ? undefined : indentOf(parent, source.text);
  if (changes.every(({ value }) => value === undefined)) return [];
  if (outer === undefined) {
    const message = `"${member.name}" has no value, so that there is no map to add to.`;
    return refuse(source, member.key, "description-shape", message, "Write {} after it.");
  }
  const end = insertionEnd(member, outer.length + 1, source.text);
  return [{ start: end, end, text: linesOf(changes, `${outer}  `, lineEnd) }];
}

/** The space before the keys. */
function indentOf({ members }: YamlNode, text: string): string | undefined {
  return members.map(({ key }) => indentBefore(key, text)).find((indent) => indent !== undefined);
}

/** The space between the start of a line and a node; undefined where something else stands there. */
export function indentBefore({ start }: YamlNode, text: string): string | undefined {
  return /^[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))?.[0];
}

/** The members that are set, each of their lines after a line end. */
function linesOf(changes: readonly MemberChange[], indent: string, lineEnd: LineEnd): string {
  const members: JsonObject = membersSet(changes);
  if (Object.keys(members).length === 0) return "";
  return withLineEnds(`\n${renderYaml(members).trimEnd()}`.replaceAll(/\n(?!\n)/g, `\n${indent}`), lineEnd);
}

/** The start of the line end before an offset at which a line begins. */
function lineEndBefore(text: string, offset: number): number {
  return offset - (/\r?\n$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0].length ?? 0);
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

/** A member, or an item of a sequence. */
type Entry = Pick<Member, "key" | "value">;

/** The entry whose text ends the text of an entry: the last one of its block collections. */
function lastEntry(entry: Entry): Entry {
  if (entry.value === undefined || entry.value.style === "flow") return entry;
  const { members, items } = entry.value;
  const item = items.at(-1);
  const last = item === undefined ? members.at(-1) : { key: item, value: item };
  return last === undefined ? entry : lastEntry(last);
}

/** The end of a member without the line ends after it; line ends that belong to its text are included. */
function contentEnd(member: Member, text: string): number {
  const { key, value } = lastEntry(member);
  if (value === undefined) return key.end;
  const { kind, start, end, style } = value;
  if (kind !== "scalar" || style === "flow") return Math.max(key.end, end);
  return keepsLines(value, text) ? lineEndBefore(text, end) : start + text.slice(start, end).trimEnd().length;
}

/** Whether line ends, or lines of spaces, at the end of a block scalar may be a part of it, as they are after |+. */
function keepsLines({ kind, style, start, end }: YamlNode, source: string): boolean {
  const text = source.slice(start, end);
  if (kind !== "scalar" || style === "flow") return false;
  return /^[|>]\d?\+/.test(text) || /\n[ \t\r]*[ \t]/.test(text.slice(text.trimEnd().length));
}

/** After a member and the comments below it that are indented as its mapping is: they belong to that mapping. */
function insertionEnd(last: Member, indent: number, text: string): number {
  const content = contentEnd(last, text);
  // Everything after such a text that is indented as much belongs to the text.
  const { value } = lastEntry(last);
  if (value !== undefined && keepsLines(value, text)) return content;
  let end = endOfLine(text, content);
  const comments = new RegExp(`(?:\\r?\\n[ \\t]*)*\\r?\\n {${indent},}#[^\\n]*`, "y");
  for (comments.lastIndex = end; comments.test(text); comments.lastIndex = end)
    end = endOfLine(text, comments.lastIndex);
  return text[end - 1] === "\r" ? end - 1 : end;
}
