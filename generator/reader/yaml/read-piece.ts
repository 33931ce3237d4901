// One field or row of a text becomes its key and value with the findings in it, at places that count from its start.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Place, SourceFile } from "../../diagnostic/source.ts";
import { tooDeepAt } from "./depth.ts";
import { MAXIMUM_DEPTH, parseAnyYaml } from "./full-yaml.ts";
import { yamlLibrary } from "./library.ts";
import type { Pair } from "./node.ts";
import { readPlainPair } from "./plain-yaml.ts";

export interface PieceReading {
  /** Undefined where there is no key. */
  readonly pair: Pair | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the key stands, of a piece with errors of syntax: its value is left out. */
  readonly cut?: number;
}

/**
 * The result is "whole" where only the reading of the whole text tells the mistake. `meant` is the column of the rows beside it, for a
 * row that stands at another one.
 */
export function readPiece(text: string, indent: number, meant: number | undefined): PieceReading | "whole" {
  const plain = meant === undefined ? readPlainPair(text, indent) : undefined;
  if (plain !== undefined) return { pair: plain, diagnostics: [] };
  // In the text the piece is nested in two maps at most.
  if (tooDeepAt(text, MAXIMUM_DEPTH - 2, yamlLibrary()) !== undefined) return "whole";
  const source = { path: "", text };
  const { root, diagnostics } = parseAnyYaml(source);
  const pairs = root?.pairs;
  const isPair = pairs !== undefined && pairs.length < 2 && text[root?.start ?? 0] !== "{" && meant === undefined;
  const isSound = diagnostics.every(({ code }) => code !== "yaml-syntax" && code !== "yaml-documents");
  if (isPair && isSound) return { pair: pairs[0], diagnostics };
  const syntax = isSound ? besideAnother(text, meant ?? indent) : diagnostics;
  if (syntax.length === 0 || syntax.some(({ code }) => code !== "yaml-syntax")) return "whole";
  const rest = parseAnyYaml({ path: "", text: withoutValue(text) });
  const pair = meant === undefined && rest.root?.pairs?.length === 1 ? rest.root.pairs[0] : undefined;
  const others = pair === undefined ? [] : rest.diagnostics;
  return { pair, diagnostics: [...syntax, ...others], cut: text.search(/^ *[^\s#]/m) + indent };
}

/** The errors that the text makes behind another pair of its map: a word without a colon is only there an error. */
function besideAnother(text: string, indent: number): readonly Diagnostic[] {
  const before = `${indent > 0 ? "a:\n" : ""}${" ".repeat(indent)}a: 1\n`;
  const source = { path: "", text };
  return parseAnyYaml({ path: "", text: before + text }).diagnostics.map((diagnostic) =>
    moved(diagnostic, source, -before.length, text.trimEnd().length),
  );
}

/** Places stay the same: spaces stand for the value, and for comments before the key. */
function withoutValue(piece: string): string {
  const at = piece.search(/^ *[^\s#]/m);
  const row = piece.slice(at);
  const key = /^ *(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s"'#{[][^:#\r\n]*):(?=\s)/.exec(row)?.[0] ?? "";
  return blank(piece.slice(0, at)) + key + blank(row.slice(key.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** A bracket that is missing is missing in its piece, not at the start of the next one. */
export function moved(diagnostic: Diagnostic, source: SourceFile, by: number, last: number): Diagnostic {
  const place = ({ span: { start, end } }: Place): Place => {
    const within = (offset: number): number => Math.max(0, Math.min(offset + by, last));
    return { source, span: { start: within(start), end: within(end) } };
  };
  const { related, fix } = diagnostic;
  return {
    ...diagnostic,
    place: place(diagnostic.place),
    ...(related && { related: related.map((other) => ({ ...other, place: place(other.place) })) }),
    ...(fix && { fix: fix.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })) }),
  };
}
