// Code as a tree of groups becomes text as Prettier lays it out: a group stays on one line of 80 columns or breaks all its lines.
import { isList } from "../../../text/json/value.ts";
import { textWidth } from "../../../text/text-width.ts";

export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: "group"; readonly content: Doc; readonly broken: boolean }
  | { readonly kind: "indent"; readonly content: Doc }
  /** `flat` is its text while the group is on one line; a hard line always breaks. */
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "choice"; readonly broken: Doc; readonly flat: Doc }
  | { readonly kind: "assigned"; readonly content: Doc }
  | { readonly kind: "typed"; readonly content: Doc; readonly plain: Doc }
  | { readonly kind: "boundary" };

export const LINE: Doc = { kind: "line", flat: " ", hard: false };
export const SOFT_LINE: Doc = { kind: "line", flat: "", hard: false };
export const HARD_LINE: Doc = { kind: "line", flat: "", hard: true };

/** Ends one text of `layoutParts` and begins the next, on the same line. */
export const BOUNDARY: Doc = { kind: "boundary" };

export function group(content: Doc, mustBreak = false): Doc {
  return { kind: "group", content, broken: mustBreak || hasHardLine(content) };
}

export function indent(content: Doc): Doc {
  return { kind: "indent", content };
}

/** One text where the group is broken, another one where it is not. */
export function choice(broken: Doc, flat: Doc): Doc {
  return { kind: "choice", broken, flat };
}

/** The right side of an assignment: it gets a line of its own where not even its beginning fits beside the `=`. */
export function assigned(content: Doc): Doc {
  return { kind: "assigned", content };
}

/** Code that only TypeScript has, and the code that JavaScript has in its place. */
export function typed(content: Doc, plain: Doc = ""): Doc {
  return { kind: "typed", content, plain };
}

export function join(docs: readonly Doc[], separator: Doc): Doc {
  const joined: Doc[] = [];
  for (const doc of docs) joined.push(...(joined.length === 0 ? [doc] : [separator, doc]));
  return joined;
}

export interface LinePlace {
  /** The column at which the text begins. */
  readonly start?: number;
  /** How many columns follow the last line of the text. */
  readonly tail?: number;
  /** How far all lines are moved to the right when the text is printed. */
  readonly margin?: number;
}

export function layout(doc: Doc, place: LinePlace = {}): string {
  return layoutParts(doc, place).join("");
}

/** The texts between the boundaries of a tree. */
export function layoutParts(doc: Doc, { start = 0, tail = 0, margin = 0 }: LinePlace = {}): readonly string[] {
  const width = WIDTH - margin;
  const parts: string[] = [];
  let text = "";
  let line = "";
  let column = start;
  const stack: Command[] = [
    { doc: " ".repeat(tail), flat: true, indent: 0 },
    { doc, flat: false, indent: 0 },
  ];
  while (stack.length > 1) {
    const { doc: next, flat, indent: depth } = stack.pop() as Command;
    if (typeof next === "string") {
      line += next;
      column += textWidth(next);
    } else if (isList(next)) {
      for (let index = next.length - 1; index >= 0; index--)
        stack.push({ doc: next[index] as Doc, flat, indent: depth });
    } else if (next.kind === "indent") {
      stack.push({ doc: next.content, flat, indent: depth + 2 });
    } else if (next.kind === "choice") {
      stack.push({ doc: flat ? next.flat : next.broken, flat, indent: depth });
    } else if (next.kind === "group") {
      const oneLine = { doc: next.content, flat: true, indent: depth };
      const stays = flat || (!next.broken && fits(oneLine, stack, width - column));
      stack.push(stays ? oneLine : { ...oneLine, flat: false });
    } else if (next.kind === "assigned") {
      const onLine = { doc: [" ", next.content], flat, indent: depth };
      const stays = flat || fits(onLine, stack, width - column);
      stack.push(stays ? onLine : { ...onLine, doc: indent([HARD_LINE, next.content]) });
    } else if (next.kind === "typed") {
      stack.push({ doc: next.content, flat, indent: depth });
    } else if (next.kind === "boundary") {
      parts.push(text + line);
      text = "";
      line = "";
    } else if (flat && !next.hard) {
      line += next.flat;
      column += next.flat.length;
    } else {
      text += `${line.trimEnd()}\n`;
      line = " ".repeat(depth);
      column = depth;
    }
  }
  parts.push(text + line);
  return parts;
}

export const WIDTH = 80;

interface Command {
  readonly doc: Doc;
  readonly flat: boolean;
  readonly indent: number;
}

/** Whether the next text, up to the next end of a line, fits into the columns that are left. */
function fits(next: Command, after: readonly Command[], columns: number): boolean {
  let left = columns;
  let following = after.length;
  const docs = [next.doc];
  const flats = [next.flat];
  while (left >= 0) {
    if (docs.length === 0) {
      const command = after[--following];
      if (command === undefined) return true;
      docs.push(command.doc);
      flats.push(command.flat);
    }
    const doc = docs.pop() as Doc;
    const flat = flats.pop() as boolean;
    if (typeof doc === "string") {
      left -= textWidth(doc);
    } else if (isList(doc)) {
      for (let index = doc.length - 1; index >= 0; index--) {
        docs.push(doc[index] as Doc);
        flats.push(flat);
      }
    } else if (doc.kind === "line") {
      if (!flat || doc.hard) return true;
      left -= doc.flat.length;
    } else if (doc.kind === "assigned") {
      if (!flat) return true;
      docs.push(doc.content, " ");
      flats.push(flat, flat);
    } else if (doc.kind !== "boundary") {
      docs.push(doc.kind === "choice" ? (flat ? doc.flat : doc.broken) : doc.content);
      flats.push(flat && !(doc.kind === "group" && doc.broken));
    }
  }
  return false;
}

function hasHardLine(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(hasHardLine);
  if (doc.kind === "line") return doc.hard;
  if (doc.kind === "group") return doc.broken;
  return doc.kind !== "boundary" && hasHardLine(doc.kind === "choice" ? doc.broken : doc.content);
}
