// A place in a text becomes the lines around it with the place underlined.
import type { Colors } from "picocolors/types.js";
import { lineText, type Place, positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";
import { textWidth } from "../text/text-width.ts";

/** Longer lines are cut around the place. */
const MOST_CELLS = 120;
const TAB = "    ";

/** Empty for a file without text, such as a file that could not be read. */
export function codeFrame({ source, span }: Place, paint: (text: string) => string, colors: Colors): readonly string[] {
  if (source.text === "") return [];
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end));
  const line = lineText(source, start.line);
  const from = Math.min(start.column - 1, line.length);
  // A place of several lines is shown by its first.
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length;
  const { before, inside, after } = crop(line, from, Math.max(from, to));
  const number = String(start.line);
  const gutter = " ".repeat(number.length);
  const bar = colors.dim("|");
  const underline = `${" ".repeat(textWidth(before))}${paint("^".repeat(Math.max(1, textWidth(inside))))}`;
  return [
    `${gutter} ${bar}`,
    `${colors.dim(number)} ${bar} ${before}${inside}${after}`.trimEnd(),
    `${gutter} ${bar} ${underline}`,
  ];
}

/** The place itself gets the room first, then the text before it, then the text after it. */
function crop(line: string, from: number, to: number) {
  const inside = cut(show(line.slice(from, Math.min(to, from + 4 * MOST_CELLS))), MOST_CELLS - 20);
  const room = MOST_CELLS - textWidth(inside);
  const before = cutStart(show(line.slice(Math.max(0, from - 4 * MOST_CELLS), from)), Math.max(10, room - 20));
  const after = cut(show(line.slice(to, to + 4 * MOST_CELLS)), Math.max(0, room - textWidth(before)));
  return { before, inside, after };
}

function show(text: string): string {
  return showControls(text.replaceAll("\t", TAB));
}

function cut(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text;
  const characters = [...text];
  return `${characters.slice(0, countFitting(characters, cells)).join("")}…`;
}

function cutStart(text: string, cells: number): string {
  if (textWidth(text) <= cells) return text;
  const characters = [...text];
  return `…${characters.slice(characters.length - countFitting(characters.toReversed(), cells)).join("")}`;
}

/** The number of characters for which there is room beside the sign of the cut. */
function countFitting(characters: readonly string[], cells: number): number {
  let width = 1;
  const first = characters.findIndex((character) => {
    width += textWidth(character);
    return width > cells;
  });
  return first === -1 ? characters.length : first;
}
