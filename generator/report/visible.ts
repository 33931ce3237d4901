// Text of strangers becomes text that is safe to show in a terminal, and whose width is known.
import { eastAsianWidth } from "get-east-asian-width";

/** Control characters and those that turn the direction of a text are shown, never sent. */
export function showControls(text: string): string {
  return text.replace(CONTROL, (character) => picture(character.codePointAt(0) ?? 0));
}

/** How many cells of a terminal a text takes, once its controls are shown. */
export function widthOf(text: string): number {
  // Most lines are ASCII.
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!INVISIBLE.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Controls, lone halves of surrogate pairs, and marks that change how the text around them is shown. */
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}]/u;

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
