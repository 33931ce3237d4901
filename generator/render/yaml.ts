// JSON values become YAML text in block style that means the same to readers of YAML 1.1 and 1.2, and that Prettier leaves alone.
import type { Json, JsonObject } from "../model/json.ts";
import { createSink, put, type Sink, textOf } from "./sink.ts";
import { asciiText, escapeUnit, widths } from "./width.ts";

export function renderYaml(value: Json): string {
  const sink = createSink();
  if (typeof value !== "object" || value === null) put(sink, scalarText(value));
  else if (isArray(value)) writeItems(value, "", true, sink);
  else writeMembers(value, "", true, sink);
  put(sink, "\n");
  return textOf(sink);
}

/** Every line is written with the line end before it, so that a map may begin on the line of its dash. */
function writeMembers(value: JsonObject, indent: string, isOnLine: boolean, sink: Sink): void {
  const names = Object.keys(value);
  if (names.length === 0) put(sink, "{}");
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? "";
    if (!isOnLine || index > 0) put(sink, `\n${indent}`);
    writeMember(name, value[name] ?? null, indent, sink);
  }
}

function writeMember(name: string, value: Json, indent: string, sink: Sink): void {
  const key = keyText(name, sink);
  if (key.length > LONGEST_KEY) {
    put(sink, `? ${key}\n${indent}:`);
  } else if (isEmpty(value) && widths(indent + key)[1] > COLUMNS - 4) {
    // Prettier moves an empty collection that does not fit. How wide other scripts are, tools do not agree on.
    const certain = widths(key)[0] === key.length ? key : asciiText(JSON.stringify(name));
    const fits = indent.length + certain.length <= COLUMNS - 4;
    put(sink, `${certain}:${fits ? "" : `\n${indent} `}`);
  } else {
    put(sink, `${key}:`);
  }
  writeValue(value, indent, sink);
}

const COLUMNS = 80;

/** YAML wants the colon within 1,024 characters of an implicit key's start. */
const LONGEST_KEY = 1000;

function keyText(name: string, { keys }: Sink): string {
  let text = keys.get(name);
  if (text === undefined) {
    text = stringText(name);
    keys.set(name, text);
  }
  return text;
}

function writeValue(value: Json, indent: string, sink: Sink): void {
  if (typeof value !== "object" || value === null) put(sink, ` ${valueText(value, `${indent}  `)}`);
  else if (isEmpty(value)) put(sink, isArray(value) ? " []" : " {}");
  else if (isArray(value)) writeItems(value, `${indent}  `, false, sink);
  else writeMembers(value, `${indent}  `, false, sink);
}

function writeItems(value: readonly Json[], indent: string, isOnLine: boolean, sink: Sink): void {
  if (value.length === 0) put(sink, "[]");
  const inner = `${indent}  `;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index] ?? null;
    put(sink, !isOnLine || index > 0 ? `\n${indent}- ` : "- ");
    if (typeof item !== "object" || item === null) put(sink, valueText(item, inner));
    else if (isArray(item)) writeItems(item, inner, true, sink);
    else writeMembers(item, inner, true, sink);
  }
}

function valueText(value: string | number | boolean | null, indent: string): string {
  return typeof value === "string" && canBeLiteral(value) ? literalText(value, indent) : scalarText(value);
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
  if (!text.includes("\n") || /^\s/.test(text) || /\s$/.test(text.endsWith("\n") ? text.slice(-2, -1) : text.slice(-1)))
    return false;
  return !/[^\S\n]\n/.test(text) && !EXOTIC.test(text.replaceAll("\n", " "));
}

function literalText(text: string, indent: string): string {
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n");
  return `|${ends ? "" : "-"}${lines.map((line) => (line === "" ? "\n" : `\n${indent}${line}`)).join("")}`;
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
