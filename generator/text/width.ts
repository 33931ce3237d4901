// How wide a text is on a line, as far as tools agree on it: that of ASCII is certain, that of the rest is not.

/** The least and the most columns that a tool may think a text takes. */
export function widths(text: string): readonly [number, number] {
  const ascii = ASCII.test(text) ? text.length : text.replaceAll(/[^ -~]/g, "").length;
  return [ascii, ascii + 2 * (text.length - ascii)];
}

/** Escapes what is beyond ASCII, inside of a JSON string or a double-quoted YAML scalar. */
export function asciiText(quoted: string): string {
  return ASCII.test(quoted) ? quoted : quoted.replaceAll(/[^ -~]/g, escapeUnit);
}

/** One UTF-16 unit as JSON, YAML and JavaScript escape it. */
export function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const ASCII = /^[ -~]*$/;
