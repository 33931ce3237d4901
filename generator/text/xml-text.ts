// Members become the elements of an XML document, as people read it: indented, without a declaration.
import { entriesOf, isList, isObject, type Json, type JsonObject } from "./json/value.ts";

/** One element per member and per item of a list; undefined where XML cannot spell a name or a text. */
export function xmlText(members: JsonObject): string | undefined {
  const lines = elementsOf(members, "");
  const isSpelled = lines.every((line) => !UNSPELLABLE.test(line) && line.isWellFormed());
  return isSpelled && areNamed(members) ? `${lines.join("\n")}\n` : undefined;
}

function elementsOf(members: JsonObject, indent: string): readonly string[] {
  return entriesOf(members).flatMap(([name, value]) =>
    (isList(value) ? value : [value]).flatMap((item) => elementOf(name, item, indent)),
  );
}

function elementOf(name: string, value: Json, indent: string): readonly string[] {
  if (isObject(value)) {
    const inner = elementsOf(value, `${indent}  `);
    return inner.length === 0 ? [`${indent}<${name}/>`] : [`${indent}<${name}>`, ...inner, `${indent}</${name}>`];
  }
  const text = isList(value) ? JSON.stringify(value) : String(value ?? "");
  return [text === "" ? `${indent}<${name}/>` : `${indent}<${name}>${escapeXml(text)}</${name}>`];
}

/** Characters that XML cannot have stay as they are: they are for the caller to show. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? character);
}

/** A text between double quotes. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Readers of XML take a carriage return in a text for a line break. */
const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** XML 1.0 has no form for these characters, not even a reference. */
const UNSPELLABLE = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** A plain part of the names of XML 1.0, without namespaces. */
const NAME = /^(?!xml)[\p{L}_][\p{L}\p{N}_.-]*$/iu;

function areNamed(value: Json): boolean {
  if (isList(value)) return value.every(areNamed);
  return !isObject(value) || entriesOf(value).every(([name, inner]) => NAME.test(name) && areNamed(inner));
}
