// Texts in quotes, and the beginnings of texts.

/** The signs that Go has short names for, and their names. */
const ESCAPED = '"\\\x07\b\f\n\r\t\v';

const ESCAPES = '"\\abfnrtv';

/** The text in quotes, with names or numbers for signs that show nothing. */
export function quote(text: string): string {
  // As a text it is read when it is needed: not all engines know these classes.
  const seen = "\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}";
  const unseen = new RegExp(`["\\\\]|[^${seen} ]`, "gu");
  const body = text.replace(unseen, (sign) => {
    const name = ESCAPES.charAt(ESCAPED.indexOf(sign));
    if (ESCAPED.includes(sign)) return `\\${name}`;
    const hex = (sign.codePointAt(0) || 0).toString(16);
    if (sign < "\x80") return `\\x${hex.padStart(2, "0")}`;
    const isShort = hex.length <= 4;
    return isShort ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  });
  return `"${body}"`;
}

/** A text that may print in these quotes. */
export function unquote(quoted: string): string {
  const escapes = /\\(?:x(..)|u(.{4})|U(.{8})|(.))/g;
  const replace = (_: string, x?: string, u?: string, long?: string, name = ""): string => {
    const hex = x ?? u ?? long;
    if (hex === undefined) return ESCAPED.charAt(ESCAPES.indexOf(name));
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  };
  return quoted.slice(1, -1).replace(escapes, replace);
}

/** The first code points; the rest of the text is not looked at. */
export function firstPoints(text: string, count: number): string[] {
  return Array.from(text.slice(0, 2 * count)).slice(0, count);
}
