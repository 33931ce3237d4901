// JSON values become YAML text in block style that means the same to readers of YAML 1.1 and 1.2, and that Prettier leaves alone.
import type { Json, JsonObject } from "../model/json.ts";
import { asciiText, escapeUnit, widths } from "./width.ts";

export function renderYaml(value: Json): string {
  const out: string[] = [];
  if (isScalar(value)) out.push(scalarText(value));
  else if (isArray(value)) writeItems(value, "", out);
  else writeMembers(value, "", out);
  // The first line needs no line end before it.
  const text = out.join("");
  return `${text.startsWith("\n") ? text.slice(1) : text}\n`;
}

/** Every line is written with the line end before it, so that a map may begin on the line of its dash. */
function writeMembers(value: JsonObject, indent: string, out: string[], onDash = false): void {
  const names = Object.keys(value);
  if (names.length === 0) {
    out.push("{}");
    return;
  }
  names.forEach((name, index) => {
    if (!onDash || index > 0) out.push("\n", indent);
    writeMember(name, value[name] ?? null, indent, out);
  });
}

function writeMember(name: string, value: Json, indent: string, out: string[]): void {
  const key = stringText(name);
  if (key.length > LONGEST_KEY) {
    out.push(`? ${key}\n${indent}:`);
  } else if (isEmpty(value) && widths(indent + key)[1] > COLUMNS - 4) {
    // Prettier moves an empty collection that does not fit. How wide other scripts are, tools do not agree on.
    const certain = widths(key)[0] === key.length ? key : asciiText(JSON.stringify(name));
    const fits = indent.length + certain.length <= COLUMNS - 4;
    out.push(`${certain}:${fits ? "" : `\n${indent} `}`);
  } else {
    out.push(`${key}:`);
  }
  writeValue(value, indent, out);
}

const COLUMNS = 80;

/** YAML wants the colon within 1,024 characters of an implicit key's start. */
const LONGEST_KEY = 1000;

function writeValue(value: Json, indent: string, out: string[]): void {
  const inner = `${indent}  `;
  if (typeof value === "string") {
    out.push(" ", canBeLiteral(value) ? literalText(value, inner) : stringText(value));
  } else if (isScalar(value)) {
    out.push(" ", scalarText(value));
  } else if (isArray(value)) {
    if (value.length === 0) out.push(" []");
    else writeItems(value, inner, out);
  } else if (Object.keys(value).length === 0) {
    out.push(" {}");
  } else {
    writeMembers(value, inner, out);
  }
}

function writeItems(value: readonly Json[], indent: string, out: string[], onDash = false): void {
  if (value.length === 0) {
    out.push("[]");
    return;
  }
  const inner = `${indent}  `;
  value.forEach((item, index) => {
    if (!onDash || index > 0) out.push("\n", indent);
    out.push("- ");
    if (typeof item === "string") out.push(canBeLiteral(item) ? literalText(item, inner) : stringText(item));
    else if (isScalar(item)) out.push(scalarText(item));
    else if (isArray(item)) writeItems(item, inner, out, true);
    else writeMembers(item, inner, out, true);
  });
}

function scalarText(value: string | number | boolean | null): string {
  if (typeof value === "string") return stringText(value);
  // A number with an exponent is one in YAML 1.1 only if it has a point too.
  return JSON.stringify(value).replace(/^(-?\d+)e/, "$1.0e");
}

/** Plain where no reader of YAML can take it for anything else; quoted as Prettier quotes it otherwise. */
function stringText(text: string): string {
  if (isPlain(text)) return text;
  if (EXOTIC.test(text)) return JSON.stringify(text).replaceAll(EACH_EXOTIC, escapeUnit);
  if (text.includes('"') || text.includes("\\")) return `'${text.replaceAll("'", "''")}'`;
  return `"${text}"`;
}

/** A letter first keeps numbers, dates, signs and indicators out; the rest holds neither a comment nor a colon of a key. */
function isPlain(text: string): boolean {
  if (ASCII_PLAIN.test(text)) return !(CONFUSING.test(text) || (text.length < 6 && WORDS.has(text.toLowerCase())));
  return PLAIN.test(text) && !EXOTIC.test(text) && !CONFUSING.test(text);
}

const ASCII_PLAIN = /^[A-Za-z$/_(][ -~]*$/;
const PLAIN = /^[A-Za-z$/_(\u00a1-\uffff]/;
const CONFUSING = /: |:$| #| $| {2}|[^\S ]/;
const WORDS: ReadonlySet<string> = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

/** What only an escape can hold, or what nobody can see otherwise: controls, line separators, directions, lone surrogates. */
const EXOTIC = /[\p{Cc}\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]/u;
/** Those that JSON leaves as they are. */
const EACH_EXOTIC = /[\p{Cc}\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu;

/** Several lines, each of which survives as it is: nothing that a reader would trim, fold or take for a line end. */
function canBeLiteral(text: string): boolean {
  return text.includes("\n") && !TRIMMED.test(text) && !EXOTIC.test(text.replaceAll("\n", " "));
}

const TRIMMED = /^\s|[^\S\n](?:\n|$)|\n\n$/;

function literalText(text: string, indent: string): string {
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n");
  return `|${ends ? "" : "-"}${lines.map((line) => (line === "" ? "\n" : `\n${indent}${line}`)).join("")}`;
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
