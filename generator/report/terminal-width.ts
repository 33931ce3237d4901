// A text becomes the room that it takes in a terminal.
import { eastAsianWidth } from "get-east-asian-width";

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

const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}]/u;
