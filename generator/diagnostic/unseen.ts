// Text of strangers becomes text that a terminal shows and does not obey.

/** Control characters and those that turn the direction of a text are shown, never sent. */
export function showControls(text: string): string {
  return text.replace(CONTROL, (character) => picture(character.codePointAt(0) ?? 0));
}

/** Of a text of several lines, whose tabs and line ends are its own. */
export function showControlsInLines(text: string): string {
  return text.replace(/[^\t\n]+/g, showControls);
}

/** JSON has a spelling for them that a terminal does not obey. */
export function escapeControls(json: string): string {
  return json.replace(/[^\n]+/g, (line) => line.replace(CONTROL, inJson));
}

function inJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Controls, lone halves of surrogate pairs, and marks that change how the text around them is shown. */
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
