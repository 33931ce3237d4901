// A text with errors of syntax in some rows of "errors" becomes the data of its other rows.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Place, SourceFile } from "../../diagnostic/source.ts";
import { type ParsedYaml, parseAnyYaml } from "./full-yaml.ts";

export interface OtherRows extends ParsedYaml {
  /** Where the rows with errors have their keys. */
  readonly cut: readonly number[];
}

/** The rows with errors keep their keys, without values. Undefined where the errors are not in rows alone. */
export function parseOtherRows(source: SourceFile): OtherRows | undefined {
  const { text } = source;
  const found: Diagnostic[] = [];
  const cut: number[] = [];
  let rest = text;
  for (const { start, end } of rowsOf(text)) {
    const row = parseAnyYaml({ ...source, text: text.slice(start, end) }).diagnostics;
    const syntax = row.filter(({ code }) => code === "yaml-syntax");
    if (syntax.length === 0) continue;
    const last = text.slice(start, end).trimEnd().length;
    cut.push(start + text.slice(start, end).search(/\S/));
    found.push(...syntax.map((diagnostic) => moved(diagnostic, source, start, last)));
    rest = rest.slice(0, start) + withoutValue(text.slice(start, end)) + rest.slice(end);
  }
  if (found.length === 0) return undefined;
  const { root, diagnostics } = parseAnyYaml({ ...source, text: rest });
  if (root === undefined) return undefined;
  const others = diagnostics.map((diagnostic) => moved(diagnostic, source, 0, text.length));
  return { root, diagnostics: [...found, ...others], cut };
}

/** Each row from its key to the next one; none where "errors" is no map in lines of its own. */
function rowsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const head = /^errors:[ \t]*(?:#.*)?\r?\n/m.exec(text);
  if (head === null) return [];
  const begin = head.index + head[0].length;
  const after = /^[^\s#]/gm;
  after.lastIndex = begin;
  const end = after.exec(text)?.index ?? text.length;
  const indent = /^ +(?=[^\s#])/m.exec(text.slice(begin, end))?.[0];
  if (indent === undefined) return [];
  const keys = new RegExp(`^ {${indent.length}}(?=[^\\s#])`, "gm");
  const starts = Array.from(text.slice(begin, end).matchAll(keys), ({ index }) => begin + index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
}

/** Places stay the same: spaces stand for the value. */
function withoutValue(row: string): string {
  const key = /^ +(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s"'#{[][^:#\r\n]*):(?=\s)/.exec(row)?.[0] ?? "";
  return key + row.slice(key.length).replace(/[^\r\n]/g, " ");
}

/** A bracket that is missing is missing in its row, not at the start of the next one. */
function moved(diagnostic: Diagnostic, source: SourceFile, by: number, last: number): Diagnostic {
  const place = ({ span: { start, end } }: Place): Place => {
    return { source, span: { start: Math.min(start, last) + by, end: Math.min(end, last) + by } };
  };
  const { related } = diagnostic;
  return {
    ...diagnostic,
    place: place(diagnostic.place),
    ...(related && { related: related.map((other) => ({ ...other, place: place(other.place) })) }),
  };
}
