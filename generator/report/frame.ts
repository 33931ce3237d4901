// A place in a text becomes the lines around it with the place underlined.
import type { Colors } from "picocolors/types.js";
import { lineText, type Place, positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { widthOf } from "./terminal-width.ts";

/** Cells of the source that are shown at most; longer lines are cut around the place. */
const MOST_CELLS = 120;
const TAB = "    ";

/** Empty where the file has no text, as a file that could not be read. */
export function codeFrame({ source, span }: Place, paint: (text: string) => string, colors: Colors): readonly string[] {
  if (source.text === "") return [];
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end));
  const line = lineText(source, start.line);
  const from = Math.min(start.column - 1, line.length);
  // Of a place that runs over several lines the first is shown.
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length;
  const { before, inside, after } = crop(line, from, Math.max(from, to));
  const number = String(start.line);
  const gutter = " ".repeat(number.length);
  const bar = colors.dim("|");
  const underline = `${" ".repeat(widthOf(before))}${paint("^".repeat(Math.max(1, widthOf(inside))))}`;
  return [
    `${gutter} ${bar}`,
    `${colors.dim(number)} ${bar} ${before}${inside}${after}`.trimEnd(),
    `${gutter} ${bar} ${underline}`,
  ];
}

interface Cropped {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** The place itself has the first right to the room, then what stands before it, then what follows. */
function crop(line: string, from: number, to: number): Cropped {
  const inside = cut(show(line.slice(from, Math.min(to, from + 4 * MOST_CELLS))), MOST_CELLS - 20);
  const room = MOST_CELLS - widthOf(inside);
  const before = cutStart(show(line.slice(Math.max(0, from - 4 * MOST_CELLS), from)), Math.max(10, room - 20));
  const after = cut(show(line.slice(to, to + 4 * MOST_CELLS)), Math.max(0, room - widthOf(before)));
  return { before, inside, after };
}

function show(text: string): string {
  return showControls(text.replaceAll("\t", TAB));
}

function cut(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let kept = "";
  let width = 1;
  for (const character of text) {
    width += widthOf(character);
    if (width > cells) break;
    kept += character;
  }
  return `${kept}…`;
}

function cutStart(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  const characters = [...text];
  let width = 1;
  let first = characters.length;
  while (first > 0 && width + widthOf(characters[first - 1] ?? "") <= cells) {
    first -= 1;
    width += widthOf(characters[first] ?? "");
  }
  return `…${characters.slice(first).join("")}`;
}
