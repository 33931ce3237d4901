// Text becomes TypeScript: string literals, property keys, comments and template-literal types. The only escaping into TypeScript.
import type { WireCode } from "../../../model/body-model.ts";

/** A name, or the position of an item. */
export function tokenLiteral(token: string | number): string {
  return typeof token === "number" ? numberLiteral(token) : stringLiteral(token);
}

/** A string literal with the quotes that Prettier prefers: double ones, unless single ones need fewer escapes. */
export function stringLiteral(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(PLACEHOLDER, "\\x24")
    .replace(INVISIBLE, escapeCharacter)
    .replace(END_OF_SCRIPT, "\\x3c")
    .replace(BACKSLASH_LAST, "\\x5c");
  return quote + escaped + quote;
}

/**
 * A member's name as an interface or an object literal declares it. Prettier takes the quotes off identifiers of any
 * script, and each of its versions knows more scripts: escaped characters keep the quotes.
 */
export function propertyKey(name: string): string {
  if (isIdentifier(name)) return name;
  const literal = stringLiteral(name);
  return /[^\w$\u0080-\u{10ffff}]|^\d/u.test(name) ? literal : literal.replace(/[^ -~]/gu, escapeCharacter);
}

/** A name as an object literal with data declares it: there `__proto__: x` would set the prototype. */
export function dataKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/** The same in JavaScript, where Prettier takes the quotes off numbers too. */
export function scriptKey(name: string): string {
  return /^\d+(?:\.\d+)?$/.test(name) && String(Number(name)) === name ? name : dataKey(name);
}

/** A number as Prettier spells it; JSON knows no negative zero. */
export function numberLiteral(value: number): string {
  return String(value === 0 ? 0 : value).replace("e+", "e");
}

/** A code as an expression and as a type. */
export function codeLiteral(code: WireCode): string {
  return typeof code === "number" ? numberLiteral(code) : stringLiteral(code);
}

/** A code as the name of a member of an interface: the name of a negative one is computed. */
export function codeKey(code: WireCode): string {
  if (typeof code === "string") return propertyKey(code);
  return code < 0 ? `[${numberLiteral(code)}]` : numberLiteral(code);
}

/** The text between two placeholders of a template-literal type. */
export function templatePart(text: string): string {
  return text
    .replace(/[\\`]|\$(?=\{)/g, "\\$&")
    .replace(INVISIBLE, escapeCharacter)
    .replace(END_OF_SCRIPT, "\\x3c")
    .replace(BACKSLASH_LAST, "\\x5c");
}

/** The last character of a part, where a placeholder follows: `$` would swallow its brace. */
export function templatePartBefore(text: string): string {
  const part = templatePart(text);
  return part.endsWith("$") ? `${part.slice(0, -1)}\\$` : part;
}

/** A documentation comment: Markdown in paragraphs, and then tags. */
export interface Comment {
  readonly paragraphs: readonly string[];
  readonly tags?: readonly { readonly name: string; readonly text: string }[];
}

/** The lines of a documentation comment: no text ends the comment or begins a tag of its own. */
export function commentLines(comment: string | Comment): readonly string[] {
  if (typeof comment === "string") return textLines(comment);
  const lines: string[] = [];
  for (const paragraph of comment.paragraphs) {
    if (lines.length > 0) lines.push("");
    lines.push(...textLines(paragraph));
  }
  for (const [index, { name, text }] of (comment.tags ?? []).entries()) {
    const [first = "", ...others] = textLines(text);
    if (lines.length > 0 && index === 0) lines.push("");
    lines.push(`@${name} ${first}`.trimEnd(), ...others);
  }
  return lines;
}

function textLines(text: string): readonly string[] {
  const lines = text.split(LINE_END).map((line) => commentText(line).trimEnd());
  const kept = lines.filter((line, index) => line !== "" || (lines[index - 1] ?? "") !== "");
  return kept.at(-1) === "" && kept.length > 1 ? kept.slice(0, -1) : kept;
}

/** Text within one line of a comment. */
export function commentText(text: string): string {
  return text
    .replace(UNFIT_FOR_COMMENTS, " ")
    .replace(LONE_SURROGATE, "\ufffd")
    .replaceAll("*/", "*\\/")
    .replace(/(?<![\w.%+\-\\])@/g, "\\@");
}

function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** The scripts whose letters have been letters since the oldest tools. */
const IDENTIFIER =
  /^(?!\d)[\w$\xc0-\xd6\xd8-\xf6\xf8-\u01bf\u0391-\u03a1\u03b1-\u03c9\u0410-\u044f\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3]+$/;

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  let escaped = "";
  for (let index = 0; index < character.length; index++)
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return escaped;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Control and format characters, blanks, separators of lines, private use, noncharacters and surrogates. Spelled out
 * rather than named by a Unicode class, because classes grow with each version of the language's runtime.
 */
const INVISIBLE = characterClass(
  "0-1f 7f-a0 ad 600-605 61c 6dd 70f 1680 180e 2000-200f 2028-202f 205f-206f 3000 d800-f8ff fdd0-fdef fe00-fe0f feff fff0-ffff e0000-10ffff",
);

/** Joiners stay: they are part of words and of emoji. */
const UNFIT_FOR_COMMENTS = characterClass(
  "0-1f 7f-a0 ad 61c 1680 180e 2000-200b 200e 200f 2028-202f 205f-206f 3000 e000-f8ff fdd0-fdef feff fff0-fffb fffe ffff e0000-10ffff",
);

function characterClass(ranges: string): RegExp {
  return new RegExp(`[${ranges.replace(/[\da-f]+/g, "\\u{$&}").replaceAll(" ", "")}]`, "gu");
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

const LINE_END = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

const PLAIN = /^[\w !#%&'()*+,./:;=>?@[\]^{|}~-]*$/;

/** Linters take it for a template literal with the wrong quotes. */
const PLACEHOLDER = /\$(?=\{)/g;

/** ts-morph takes a quote after a backslash for an escaped one, even where the backslash is escaped itself. */
const BACKSLASH_LAST = /\\\\$/;

/** A script element around the code would end here. */
const END_OF_SCRIPT = /<(?=\/script|!--)/gi;
