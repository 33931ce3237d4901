// The one definition of characters that nobody sees, and text of strangers in a form that a terminal shows and does not obey.

/** Part of a class in a regular expression: direction marks, line separators and byte order marks change the text around them. */
export const TURNING = "\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff";

/**
 * With the soft hyphen, the zero-width space and others that only hide: a source shows them by number. HTML pages keep these
 * others, because they have no number there, and authors use them to break long words.
 */
export const UNSEEN = `${TURNING}\\u00ad\\u200b\\u2060-\\u2065\\u206a-\\u206f`;

/**
 * With both joiners. Emoji and some scripts are written with them, so pages keep them; a terminal and YAML do not, because two
 * names that differ in a joiner look alike.
 */
export const UNSEEN_IN_NAMES = `${UNSEEN}\\u200c\\u200d`;

/** Controls, lone halves of surrogate pairs and unseen characters are shown, never sent. */
export function showControls(text: string): string {
  return text.replace(CONTROL, (character) => picture(character.codePointAt(0) ?? 0));
}

/** For a text of several lines: its tabs and line ends stay. */
export function showControlsInLines(text: string): string {
  return text.replace(/[^\t\n]+/g, showControls);
}

/** JSON has a spelling for them that a terminal does not obey. */
export function escapeControls(json: string): string {
  return json.replace(/[^\n]+/g, (line) =>
    line.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

const CONTROL = new RegExp(`[\\p{Cc}\\p{Cs}${UNSEEN_IN_NAMES}]`, "gu");

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
