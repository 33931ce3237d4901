// A pasted text becomes the texts that messages are looked for in: as it is, with its escapes decoded, and with its lines joined.
import { percentDecoded } from "../text/percent-decoded.ts";

export function viewsOf(text: string): ReadonlySet<string> {
  const decoded = withoutColors(decodedText(text));
  const lines = decoded.split("\n").map(withoutBox);
  const joined = lines.join(" ");
  // A text in a page or in an address may have been escaped before. A terminal wraps lines within words.
  return new Set([text, decoded, joined, decodedText(joined), lines.join("")]);
}

export function decodedText(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replaceAll("=3D", "=")
    .replace(QUERY, (value) => value.replaceAll("+", " "))
    .replace(ESCAPE, unescaped);
}

/** Without the colours of terminals, the names of optional values and the line ends that mails add, and with one kind of line ends. */
export function withoutColors(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(COLOR, "");
}

/** Typographic quotation marks, blanks and full-width signs become those of programs. Every character keeps its position. */
export function straightened(text: string): string {
  return text
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201f\xab\xbb\u300c-\u300f]/g, '"')
    .replace(/[\xa0\u2000-\u200a\u202f\u3000\uff01-\uff5e]/g, (sign) => sign.normalize("NFKC"));
}

/** All quotation marks are alike, and the text, if it is a first one, begins without a capital. Every character keeps its position. */
export function folded(text: string, index = 0): string {
  const alike = straightened(text).replace(/["`]/g, "'");
  return index ? alike : alike.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/** Without capitals. Every character keeps its position. */
export function searchable(text: string): string {
  return folded(text)
    .replace(/\u0130/g, "i")
    .toLowerCase();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: sequences that color text begin with one; Rust and Haskell name values that may be missing.
const COLOR = /(?:\u001b|\^\[)\[[\d;?]*[a-z]|(?:\b(?:Some|Optional)\(\s*|(?<== )Just )(?=")|=\n/gi;
/** Characters without a width. */
const UNSEEN = /[\xad\u200b-\u200d\u2060\ufeff]/g;
const QUERY = /[?&][\w.-]+=[^&\s"'<>]*/g;
/** In strings of programs, in HTML and in addresses. */
const ESCAPE =
  /(?:\\[ux]|&#x)((?<=u)[\da-f]{4}|(?<=\\x)[\da-f]{2}|(?<=#x)[\da-f]{1,6};)|\\(.)|&(?:#(\d{1,7})|([a-z]{2,6}));|(?:%[\da-f]{2})+/gis;
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  amp: "&",
  nbsp: " ",
  squo: "'",
  dquo: '"',
  aquo: '"',
};
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: "\t" };
/** Boxes around a text and signs of quotations have a sign on every line. */
const UNBOXED = /[^\s|>*\u2500-\u257f](.*[^\s|>*\u2500-\u257f])?/;

function withoutBox(line: string): string {
  return UNBOXED.exec(line)?.[0] ?? "";
}

function unescaped(match: string, hex?: string, letter?: string, decimal?: string, name = ""): string {
  if (letter) return LETTERS[letter] ?? letter;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (code) return String.fromCodePoint(Math.min(code, 0x10ffff));
  return ENTITIES[name.toLowerCase().replace(/^[lrb](?=.quo)/, "")] ?? percentDecoded(match);
}
