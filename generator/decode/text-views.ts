// A pasted text becomes the texts that messages are looked for in: as it is, with its escapes decoded, and with its lines joined.
import { percentDecoded } from "../text/percent-decoded.ts";

export function viewsOf(text: string): ReadonlySet<string> {
  const decoded = withoutColors(decodedText(text));
  const joined = decoded.split("\n").map(withoutBox).join(" ");
  // A text in a page or in an address may have been escaped before.
  return new Set([text, decoded, joined, decodedText(joined)]);
}

export function decodedText(text: string): string {
  return text.replace(QUERY, (value) => value.replaceAll("+", " ")).replace(ESCAPE, unescaped);
}

/** Without the colours of terminals and the names of optional values, and with one kind of line ends. */
export function withoutColors(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(COLOR, "");
}

/** Typographic quotation marks and blanks become those of programs. Every character keeps its position. */
export function straightened(text: string): string {
  return text
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201f\xab\xbb]/g, '"')
    .replace(/\xa0/g, " ");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: sequences that color text begin with one; Rust and Haskell name values that may be missing.
const COLOR = /(?:\u001b|\^\[)\[[\d;?]*[a-z]|(?:\bSome\(|(?<== )Just )(?=")/gi;
const QUERY = /[?&][\w.-]+=[^&\s"'<>]*/g;
/** In strings of programs, in HTML and in addresses. */
const ESCAPE = /\\(?:(u[\da-f]{4}|x[\da-f]{2})|(.))|&(?:#(\d{1,7})|#(x[\da-f]{1,6})|([a-z]{2,4}));|(?:%[\da-f]{2})+/gis;
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&", nbsp: " " };
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: "\t" };
/** Boxes around a text and signs of quotations have a sign on every line. */
const UNBOXED = /[^\s|>*\u2500-\u257f](.*[^\s|>*\u2500-\u257f])?/;

function withoutBox(line: string): string {
  return UNBOXED.exec(line)?.[0] ?? "";
}

function unescaped(match: string, unicode?: string, letter?: string, decimal?: string, hex?: string, name?: string) {
  if (letter) return LETTERS[letter] ?? letter;
  if (name) return ENTITIES[name.toLowerCase()] ?? match;
  const digits = unicode ?? hex;
  const code = digits ? `0${digits.replace(/u/i, "x")}` : decimal;
  return code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : percentDecoded(match);
}
