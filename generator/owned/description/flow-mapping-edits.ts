// Changes of a flow mapping become edits in JSON, which is YAML too, in the layout of the text around them.

import { type Edit, type LineEnd, withLineEnds } from "../../diagnostic/text-edits.ts";
import type { Member, YamlNode } from "../../reader/yaml/tree-node.ts";
import { safeJson } from "../../text/json/json-strings.ts";
import type { Json } from "../../text/json/value.ts";
import { indentBefore } from "./block-mapping-edits.ts";
import { findMember } from "./find-mapping.ts";
import type { MemberChange } from "./member-changes.ts";

export function editFlowMapping(
  mapping: YamlNode,
  parent: YamlNode | undefined,
  changes: readonly MemberChange[],
  text: string,
  lineEnd: LineEnd,
): readonly Edit[] {
  const layout = layoutOf(mapping, parent, text);
  const removed = new Set<Member>();
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const { name, value } of changes) {
    const member = findMember(mapping, name);
    if (value === undefined) {
      if (member !== undefined) removed.add(member);
      continue;
    }
    const json = jsonText(value, layout);
    if (member === undefined) added.push(`${layout.lead}${JSON.stringify(name)}:${layout.space}${json}`);
    else {
      const start = member.value?.start ?? member.key.end;
      edits.push({ start, end: endOf(member), text: withLineEnds(json, lineEnd) });
    }
  }
  edits.push(...removals(mapping, removed, added.length > 0, text));
  if (added.length === 0) return edits;
  const last = mapping.members.findLast((member) => !removed.has(member));
  const start = last === undefined ? mapping.start + 1 : endOf(last);
  const members = added.join(",");
  const isNew = mapping.members.length === 0;
  const whole =
    last !== undefined
      ? `,${members}`
      : !isNew
        ? members
        : // A comment in the brackets stays there, after the members, which then follow the bracket at once.
          layout.isOpen
          ? members + layout.close
          : members.trimStart();
  return [...edits, { start, end: start, text: withLineEnds(whole, lineEnd) }];
}

interface Layout {
  /** Before each member: a new line with its indent, a space, or nothing. */
  readonly lead: string;
  /** After a colon. */
  readonly space: string;
  /** Before the closing bracket of a mapping that had no members. */
  readonly close: string;
  /** Nothing stands in the brackets, not even a space. */
  readonly isOpen: boolean;
  /** Of a mapping with a line for each member: the indent, and how much more each level has. */
  readonly lines?: { readonly indent: string; readonly unit: string };
}

function layoutOf(mapping: YamlNode, parent: YamlNode | undefined, text: string): Layout {
  const { start, end } = mapping;
  const isOpen = end - start === 2;
  const indent = memberIndent(mapping, text);
  if (indent !== undefined) return layoutOfLines(indent, unitOf(indent, mapping, text), isOpen, "");
  const outer = parent?.style === "flow" ? memberIndent(parent, text) : undefined;
  if (isOpen && parent !== undefined && outer !== undefined) {
    const unit = unitOf(outer, parent, text);
    return layoutOfLines(outer + unit, unit, isOpen, `\n${outer}`);
  }
  const isMinified = /^\s*\{"/.test(text) && !/": /.test(text.slice(start, start + 400));
  const space = isMinified ? "" : " ";
  return { lead: space, space, close: space, isOpen };
}

function layoutOfLines(indent: string, unit: string, isOpen: boolean, close: string): Layout {
  return { lead: `\n${indent}`, space: " ", close, isOpen, lines: { indent, unit } };
}

/** The space before the first member, where that stands on a line of its own. */
function memberIndent({ members: [first] }: YamlNode, text: string): string | undefined {
  return first === undefined ? undefined : indentBefore(first.key, text);
}

/** How much more members are indented than the line on which their mapping begins. */
function unitOf(indent: string, { start }: YamlNode, text: string): string {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const outer = /^[ \t]*/.exec(line)?.[0] ?? "";
  return indent.startsWith(outer) && indent !== outer ? indent.slice(outer.length) : "  ";
}

function jsonText(value: Json, { lines, space }: Layout): string {
  const safe = safeJson(JSON.stringify(value, undefined, lines?.unit ?? (space === "" ? undefined : 1)));
  // Line ends inside of strings are escaped, so that all of these belong to the layout.
  return lines === undefined ? safe.replaceAll(/\n */g, " ") : safe.replaceAll("\n", `\n${lines.indent}`);
}

function endOf({ key, value }: Member): number {
  return Math.max(key.end, value?.end ?? 0);
}

/** Members are removed with the comma before them, or with the comma after them where they are the first. */
function removals(
  { start: open, end: close, members }: YamlNode,
  removed: ReadonlySet<Member>,
  isFilled: boolean,
  text: string,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (let first = 0; first < members.length; first += 1) {
    let after = first;
    while (removed.has(members[after] as Member)) after += 1;
    const [before, from, to, next] = [members[first - 1], members[first], members[after - 1], members[after]];
    if (after === first || from === undefined || to === undefined) continue;
    const end = endOf(to);
    if (before !== undefined) edits.push({ start: endOf(before), end, text: "" });
    else if (next !== undefined) edits.push({ start: from.key.start, end: next.key.start, text: "" });
    else {
      // Space after the opening bracket shows that the space before the closing one came with the members.
      const isWhole = !isFilled && from.key.start > open + 1;
      const comma = /^\s*,/.exec(text.slice(end, close))?.[0].length ?? 0;
      edits.push({ start: open + 1, end: isWhole ? close - 1 : end + comma, text: "" });
    }
    first = after;
  }
  return edits;
}
