// Code as a tree of groups becomes text that formatters leave as it is: a group stays on one line of 80 columns or breaks all its lines.
import { textWidth } from "../../../text/text-width.ts";

export type Doc = string | readonly Doc[] | Group | Indent | Line | Choice | Disputed | Assigned | Typed;

interface Group {
  readonly kind: "group";
  readonly content: Doc;
  readonly broken: boolean;
}

interface Indent {
  readonly kind: "indent";
  readonly content: Doc;
  readonly by: number;
}

interface Line {
  readonly kind: "line";
  /** What stands there when the group is on one line; a hard line is never on one line. */
  readonly flat: string;
  readonly hard: boolean;
}

interface Choice {
  readonly kind: "choice";
  readonly broken: Doc;
  readonly flat: Doc;
}

interface Disputed {
  readonly kind: "disputed";
  readonly content: Doc;
  readonly instead: Doc;
}

interface Assigned {
  readonly kind: "assigned";
  readonly content: Doc;
}

interface Typed {
  readonly kind: "typed";
  readonly content: Doc;
  readonly plain: Doc;
}

export const LINE: Doc = { kind: "line", flat: " ", hard: false };
export const SOFT_LINE: Doc = { kind: "line", flat: "", hard: false };
export const HARD_LINE: Doc = { kind: "line", flat: "", hard: true };

export function group(content: Doc): Doc {
  return { kind: "group", content, broken: hasHardLine(content) };
}

export function indent(content: Doc, by = 2): Doc {
  return { kind: "indent", content, by };
}

/** One text where the group is broken, another one where it is not. */
export function choice(broken: Doc, flat: Doc): Doc {
  return { kind: "choice", broken, flat };
}

/**
 * What does not fit on the rest of its line, but would on a line of its own: formatters do not agree whether it goes
 * there or breaks at once. There something else stands that they do agree on.
 */
export function disputed(content: Doc, instead: Doc): Doc {
  return { kind: "disputed", content: group(content), instead };
}

/** What comes after `=`: on a line of its own where not even its beginning fits. */
export function assigned(content: Doc): Doc {
  return { kind: "assigned", content };
}

/** What only TypeScript has, and what JavaScript has in its place. */
export function typed(content: Doc, plain: Doc = ""): Doc {
  return { kind: "typed", content, plain };
}

export function join(docs: readonly Doc[], separator: Doc): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** The text of a tree that begins at a column; what comes after its last line needs `tail` columns. */
export function layout(doc: Doc, start = 0, base = 0, tail = 0): string {
  const lines: string[] = [];
  let line = "";
  let column = start;
  const stack: Command[] = [
    { doc: " ".repeat(tail), flat: true, indent: 0 },
    { doc, flat: false, indent: base },
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
      stack.push({ doc: next.content, flat, indent: depth + next.by });
    } else if (next.kind === "choice") {
      stack.push({ doc: flat ? next.flat : next.broken, flat, indent: depth });
    } else if (next.kind === "group") {
      const oneLine = { doc: next.content, flat: true, indent: depth };
      const stays = flat || (!next.broken && fits(oneLine, stack, WIDTH - column));
      stack.push(stays ? oneLine : { ...oneLine, flat: false });
    } else if (next.kind === "disputed") {
      stack.push({
        doc: flat ? next.content : settled(next, column, depth, stack),
        flat,
        indent: depth,
      });
    } else if (next.kind === "assigned") {
      const onLine = { doc: [" ", next.content], flat, indent: depth };
      const stays = flat || fits(onLine, stack, WIDTH - column);
      stack.push(stays ? onLine : { ...onLine, doc: indent([HARD_LINE, next.content]) });
    } else if (next.kind === "typed") {
      stack.push({ doc: next.content, flat, indent: depth });
    } else if (flat && !next.hard) {
      line += next.flat;
      column += next.flat.length;
    } else {
      lines.push(line.trimEnd());
      line = " ".repeat(depth);
      column = depth;
    }
  }
  return lines.length === 0 ? line : `${lines.join("\n")}\n${line}`;
}

function settled({ content, instead }: Disputed, column: number, depth: number, after: readonly Command[]): Doc {
  const oneLine = { doc: content, flat: true, indent: depth };
  if (hasHardLine(content) || fits(oneLine, after, WIDTH - column)) return content;
  return fits(oneLine, after, WIDTH - depth - 2) ? instead : content;
}

const WIDTH = 80;

interface Command {
  readonly doc: Doc;
  readonly flat: boolean;
  readonly indent: number;
}

/** Whether what comes next, up to the next end of a line, fits into the columns that are left. */
function fits(next: Command, after: readonly Command[], columns: number): boolean {
  let left = columns;
  let following = after.length;
  const stack = [next];
  while (left >= 0) {
    const command = stack.pop() ?? after[--following];
    if (command === undefined) return true;
    const { doc, flat } = command;
    if (typeof doc === "string") {
      left -= textWidth(doc);
    } else if (isList(doc)) {
      for (let index = doc.length - 1; index >= 0; index--) stack.push({ ...command, doc: doc[index] as Doc });
    } else if (doc.kind === "indent" || doc.kind === "disputed" || doc.kind === "typed") {
      stack.push({ ...command, doc: doc.content });
    } else if (doc.kind === "assigned") {
      stack.push({ ...command, doc: [" ", doc.content] });
    } else if (doc.kind === "choice") {
      stack.push({ ...command, doc: flat ? doc.flat : doc.broken });
    } else if (doc.kind === "group") {
      stack.push({ ...command, doc: doc.content, flat: flat && !doc.broken });
    } else if (flat && !doc.hard) {
      left -= doc.flat.length;
    } else {
      return true;
    }
  }
  return false;
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

function hasHardLine(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(hasHardLine);
  switch (doc.kind) {
    case "line":
      return doc.hard;
    case "group":
      return doc.broken;
    case "indent":
    case "disputed":
    case "assigned":
    case "typed":
      return hasHardLine(doc.content);
    case "choice":
      return hasHardLine(doc.broken);
    default:
      return doc satisfies never;
  }
}
