// CSV becomes a grid: commas, semicolons, tabs or bars between the values, quotes around them where they need some.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { refuseSource } from "../intake-kinds.ts";
import { type FoundPage, plainCell } from "./found-grid.ts";

export function readCsv(source: SourceFile): FoundPage | readonly Diagnostic[] {
  const { text } = source;
  // Some programs write the separator before all else, as in "sep=;".
  const [first = "", named] = /^sep=([^\w\s"]|\t)(?:\r\n?|\n|$)/i.exec(text) ?? [];
  const separator = named ?? separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = first.length;
  while (at < text.length) {
    const found = valueAt(text, at, separator);
    if (found === undefined) {
      const help = "Close the quotes; a quote within quotes is written twice.";
      return [refuseSource(source, at, "source-syntax", "A quoted value never ends.", help)];
    }
    row.push(found.value.replaceAll(/\r\n?/g, "\n"));
    at = found.end;
    if (text.startsWith(separator, at)) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    at += /^(?:\r\n?|\n)/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
    if (row.some((value) => value.trim() !== "")) rows.push(row);
    row = [];
  }
  const [header, ...others] = rows.map((values) => values.map(plainCell));
  return { grids: header === undefined ? [] : [{ at: first.length, header, rows: others }], samples: [] };
}

const SEPARATORS = [",", ";", "\t", "|"];

/** The sign that parts the first lines into most values, and into the same number. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 8192)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 5);
  const scored = SEPARATORS.map((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(sign).length - 1);
    const isEven = counts.every((count) => count === counts[0]);
    return { sign, score: (counts[0] ?? 0) * (isEven ? 4 : 1) };
  });
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).sign;
}

/** The value that begins here, and where it ends; undefined where its quotes never end. */
function valueAt(text: string, start: number, separator: string) {
  const quote = /^[ ]*"/.exec(text.slice(start, start + 16))?.[0].length;
  if (quote === undefined) {
    const end = endOf(text, start, separator);
    return { value: text.slice(start, end), end };
  }
  let value = "";
  let at = start + quote;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    value += text.slice(at, close);
    at = close + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  // Some programs go on after the quotes.
  const end = endOf(text, at, separator);
  return { value: value + text.slice(at, end).trimEnd(), end };
}

function endOf(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
