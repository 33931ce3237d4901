// HTML becomes tags and texts in their order, read as tolerantly as browsers read it, in time that grows with its length.
import { decodeNamedCharacterReference } from "decode-named-character-reference";

export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly name: string; readonly attributes: Attributes; readonly at: number }
  | { readonly kind: "close"; readonly name: string };

type Attributes = ReadonlyMap<string, string>;

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const end = next < 0 ? html.length : next;
    if (end > at) yield { kind: "text", text: decodeEntities(html.slice(at, end)) };
    if (next < 0) return;
    at = next;
    const comment = endOfComment(html, at);
    if (comment !== undefined) {
      at = comment;
      continue;
    }
    const tag = tagAt(html, at);
    if (tag === undefined) {
      yield { kind: "text", text: "<" };
      at += 1;
      continue;
    }
    at = tag.end;
    if (tag.isClose) {
      yield { kind: "close", name: tag.name };
      continue;
    }
    yield { kind: "open", name: tag.name, attributes: tag.attributes, at: next };
    if (!RAW.has(tag.name)) continue;
    const raw = rawText(html, at, tag.name);
    if (raw.text !== "" && tag.name === "title") yield { kind: "text", text: decodeEntities(raw.text) };
    at = raw.end;
  }
}

/** The content of these elements is text for programs, even if it looks like tags. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "template", "iframe", "svg"]);

/** Comments, doctypes, processing instructions and sections of character data. */
function endOfComment(html: string, at: number): number | undefined {
  const [begin, end] = html.startsWith("<!--", at)
    ? ["<!--", "-->"]
    : /^<[!?]/.test(html.slice(at, at + 2))
      ? ["<!", ">"]
      : [];
  if (begin === undefined || end === undefined) return undefined;
  const close = html.indexOf(end, at + begin.length);
  return close < 0 ? html.length : close + end.length;
}

function tagAt(html: string, start: number) {
  const [head, slash, name = ""] = matchAt(TAG, html, start) ?? [];
  if (head === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = start + head.length;
  for (;;) {
    const [all, attribute, double, single, bare] = matchAt(ATTRIBUTE, html, at) ?? [];
    if (all === undefined || attribute === undefined) break;
    attributes.set(attribute.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ""));
    at += all.length;
  }
  const [end] = matchAt(END, html, at) ?? [];
  if (end === undefined) return undefined;
  return { name: name.toLowerCase(), isClose: slash === "/", attributes, end: at + end.length };
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)(?=[\s/>])/y;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const END = /[\s/]*>/y;

function rawText(html: string, start: number, name: string) {
  const close = new RegExp(`</${name}[\\s/>]`, "gi");
  close.lastIndex = start;
  const end = close.exec(html)?.index ?? html.length;
  return { text: html.slice(start, end), end };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}))(;?)/g,
    (all, ...groups) => {
      const [decimal, hex, name, end] = groups as readonly (string | undefined)[];
      if (name !== undefined)
        return (end === ";" || OLD.has(name) ? decodeNamedCharacterReference(name) : false) || all;
      const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)
        ? "\uFFFD"
        : String.fromCodePoint(point);
    },
  );
}

/** Old pages write these without a semicolon. */
const OLD = new Set(["amp", "copy", "gt", "lt", "nbsp", "quot", "reg"]);
