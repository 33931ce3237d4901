// JSON values become YAML text in block style that means the same to readers of YAML 1.1 and 1.2, as Prettier lays it out.
import { UNSEEN_IN_NAMES } from "../diagnostic/unseen.ts";
import { escapeUnit } from "./json/json-strings.ts";
import { isList, type Json, type JsonObject } from "./json/value.ts";
import { textWidth } from "./text-width.ts";

export function renderYaml(value: Json): string {
  const sink: Sink = { pieces: [], chunks: [], texts: new Map() };
  if (typeof value !== "object" || value === null) put(sink, scalarText(value));
  else if (isEmpty(value)) put(sink, isList(value) ? "[]" : "{}");
  else if (isList(value)) writeItems(value, 0, true, sink);
  else writeMembers(value, 0, true, sink);
  put(sink, "\n");
  flush(sink);
  return sink.chunks.join("");
}

/** Pieces are joined early, so that few of them live at a time. */
interface Sink {
  readonly pieces: string[];
  readonly chunks: string[];
  /** How short strings are written: the same ones come up over and over. */
  readonly texts: Map<string, string>;
}

function put(sink: Sink, piece: string): void {
  if (sink.pieces.push(piece) === 1024) flush(sink);
}

function flush({ pieces, chunks }: Sink): void {
  chunks.push(pieces.join(""));
  pieces.length = 0;
}

/** Every line is written with the line end before it, so that a map may begin on the line of its dash. */
function writeMembers(value: JsonObject, depth: number, isOnLine: boolean, sink: Sink): void {
  let isFirst = isOnLine;
  for (const name of Object.keys(value)) {
    if (!isFirst) put(sink, lineStart(depth));
    isFirst = false;
    writeMember(name, value[name] ?? null, depth, sink);
  }
}

function writeMember(name: string, value: Json, depth: number, sink: Sink): void {
  const key = shortText(name, sink);
  if (typeof value === "object" && value !== null && isEmpty(value)) {
    writeEmpty(key, isList(value) ? "[]" : "{}", depth, sink);
    return;
  }
  put(sink, key.length > LONGEST_KEY ? `? ${key}${lineStart(depth)}` : key);
  if (typeof value !== "object" || value === null) {
    put(sink, ": ");
    // Prettier leaves a block beside its key only where the key is short.
    const isShort = 2 * depth + textWidth(key) + ": |-".length <= COLUMNS;
    put(sink, isShort || typeof value !== "string" ? valueText(value, depth + 1, sink) : stringText(value));
  } else {
    put(sink, ":");
    if (isList(value)) writeItems(value, depth + 1, false, sink);
    else writeMembers(value, depth + 1, false, sink);
  }
}

/** YAML wants the colon within 1,024 characters of an implicit key's start. */
const LONGEST_KEY = 1000;

function writeItems(value: readonly Json[], depth: number, isOnLine: boolean, sink: Sink): void {
  let isFirst = isOnLine;
  for (const item of value) {
    if (!isFirst) put(sink, lineStart(depth));
    isFirst = false;
    put(sink, "- ");
    if (typeof item !== "object" || item === null) put(sink, valueText(item, depth + 1, sink));
    else if (isEmpty(item)) put(sink, isList(item) ? "[]" : "{}");
    else if (isList(item)) writeItems(item, depth + 1, true, sink);
    else writeMembers(item, depth + 1, true, sink);
  }
}

/** Prettier moves an empty collection that does not fit beside its key. */
function writeEmpty(key: string, brackets: "[]" | "{}", depth: number, sink: Sink): void {
  if (key.length > LONGEST_KEY) {
    put(sink, `? ${key}${lineStart(depth)}: ${brackets}`);
  } else {
    const fits = 2 * depth + textWidth(key) + ": []".length <= COLUMNS;
    put(sink, `${key}:${fits ? " " : lineStart(depth + 1)}${brackets}`);
  }
}

const COLUMNS = 80;

function valueText(value: string | number | boolean | null, depth: number, sink: Sink): string {
  if (typeof value !== "string") return scalarText(value);
  return canBeLiteral(value) ? literalText(value, depth) : shortText(value, sink);
}

function shortText(text: string, { texts }: Sink): string {
  if (text.length > 32) return stringText(text);
  let written = texts.get(text);
  if (written === undefined) {
    written = stringText(text);
    texts.set(text, written);
  }
  return written;
}

/** The line end, and the indentation of the line after it. */
function lineStart(depth: number): string {
  return STARTS[depth] ?? `\n${"  ".repeat(depth)}`;
}

const STARTS: readonly string[] = Array.from({ length: 32 }, (_, depth) => `\n${"  ".repeat(depth)}`);

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

/** A letter first keeps numbers (but for e1, which YAML 1.1 has), dates, signs and indicators out; the rest holds neither a comment nor a colon of a key. */
function isPlain(text: string): boolean {
  if (ASCII_PLAIN.test(text)) return !(CONFUSING.test(text) || (text.length < 6 && WORDS.has(text.toLowerCase())));
  return PLAIN.test(text) && !EXOTIC.test(text) && !CONFUSING.test(text);
}

const ASCII_PLAIN = /^[A-Za-z$/_(][ -~]*$/;
const PLAIN = /^[A-Za-z$/_(\u00a1-\uffff]/;
const CONFUSING = /: |:$| #| $| {2}|[^\S ]|^[eE][-+]?[0-9]+$/;
const WORDS: ReadonlySet<string> = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

/** Characters that only an escape can hold, or that nobody sees otherwise. */
const EXOTIC = new RegExp(`[\\p{Cc}\\p{Cs}${UNSEEN_IN_NAMES}\\ufff0-\\uffff]`, "u");
const EACH_EXOTIC = new RegExp(EXOTIC, "gu");

/** Several lines, each of which survives as it is: nothing that a reader would trim, fold or take for a line end. */
function canBeLiteral(text: string): boolean {
  if (!text.includes("\n") || /^\s/.test(text) || /\s$/.test(text.endsWith("\n") ? text.slice(-2, -1) : text.slice(-1)))
    return false;
  return !/[^\S\n]\n/.test(text) && !EXOTIC.test(text.replaceAll("\n", " "));
}

function literalText(text: string, depth: number): string {
  const ends = text.endsWith("\n");
  const lines = ends ? text.slice(0, -1) : text;
  return `|${ends ? "" : "-"}${`\n${lines}`.replaceAll(/\n(?!\n)/g, lineStart(depth))}`;
}

function isEmpty(value: readonly Json[] | JsonObject): boolean {
  if (isList(value)) return value.length === 0;
  for (const _ in value) return false;
  return true;
}
