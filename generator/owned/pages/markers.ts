// Comments of a page become markers: `errtable:begin [name] attribute=value …` and `errtable:end [name] sha=…`.
// Comments that look like a marker and are none are reported.

import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { PAGE_KINDS } from "./page-kinds.ts";
import { type Comment, escapeRegExp, type Line, type Page, visibleLines } from "./page-lines.ts";

export interface Marker {
  readonly verb: "begin" | "end";
  readonly name?: Word;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly comment: Comment;
  readonly line: Line;
  /** The place of the verb. */
  readonly start: number;
  readonly end: number;
}

export interface Word {
  readonly text: string;
  /** Offsets in the page's text. */
  readonly start: number;
  readonly end: number;
}

export interface Attribute {
  readonly key: Word;
  readonly value: Word;
}

/** Reports a problem with a part of the page. */
export type Report = (at: { readonly start: number; readonly end: number }, message: string, help: string) => void;

export function reporter(page: Page, found: Diagnostic[], code: keyof typeof PAGE_KINDS = "inject-marker"): Report {
  return ({ start, end }, message, help) => {
    found.push({ code, severity: "error", message, help, place: { source: page.source, span: { start, end } } });
  };
}

/** Markers in the order of the page; broken markers are reported and left out. */
export function markersOf(page: Page, report: Report): readonly Marker[] {
  const markers: Marker[] = [];
  for (const line of visibleLines(page)) {
    if (!line.text.includes("errtable:")) continue;
    const marker = markerOn(line, page, report);
    if (marker !== undefined) markers.push(marker);
  }
  return markers;
}

/** HTML comments, which the compilers of other languages refuse. */
const HTML_COMMENT = /^\s*<!--\s*errtable:\w*/;

function markerOn(line: Line, { language }: Page, report: Report): Marker | undefined {
  // A marker in code is shown to readers, and is not meant for errtable.
  const text = line.text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => " ".repeat(code.length));
  const comment = language.comments.find(({ opens }) => new RegExp(`${escapeRegExp(opens)}\\s*errtable:`).test(text));
  if (comment === undefined) {
    const strange = HTML_COMMENT.exec(text);
    if (strange === null) return undefined;
    const at = { start: line.start, end: line.start + strange[0].length };
    const own = language.comments.map(({ opens, closes }) => `${opens} errtable:begin ${closes}`.trim());
    report(at, "A page of this language has no comments like this one.", `Write: ${own.join(" or ")}`);
    return undefined;
  }
  const opens = text.search(new RegExp(`${escapeRegExp(comment.opens)}\\s*errtable:`));
  const all = { start: line.start + opens, end: line.start + line.text.trimEnd().length };
  if (opens > 0) {
    // After other words, the sign of a line comment is text.
    if (comment.closes === "") return undefined;
    report(
      all,
      "A marker begins at the beginning of its line.",
      "Put it on a line of its own, without anything before it.",
    );
    return undefined;
  }
  const closes = comment.closes === "" ? text.trimEnd().length : text.indexOf(comment.closes);
  if (closes < 0) {
    report(all, "The marker does not end on its line.", `End it with ${comment.closes} on the same line.`);
    return undefined;
  }
  const rest = closes + comment.closes.length;
  const more = text.slice(rest).search(/\S/);
  if (more >= 0) {
    const at = { start: line.start + rest + more, end: all.end };
    report(at, "Something stands behind the marker on its line.", "Put it on a line of its own.");
    return undefined;
  }
  return parseMarker(line, comment, closes, report);
}

const TOKEN = /\s*(?:(?<key>[^\s="]+)=(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]*))|(?<word>[^\s"=]+))(?=\s|$)/y;

function parseMarker(line: Line, comment: Comment, closes: number, report: Report): Marker | undefined {
  const from = line.text.indexOf("errtable:");
  const body = line.text.slice(0, closes).trimEnd();
  const verb = /^errtable:(\S*)/.exec(body.slice(from))?.[1] ?? "";
  const at = { start: line.start + from, end: line.start + from + "errtable:".length + verb.length };
  if (verb !== "begin" && verb !== "end") {
    report(
      at,
      `"errtable:${verb}" is no marker.`,
      didYouMean(verb, ["begin", "end"]) ?? "There are errtable:begin and errtable:end.",
    );
    return undefined;
  }
  const attributes = new Map<string, Attribute>();
  let name: Word | undefined;
  let isGood = true;
  const wrong = (word: { readonly start: number; readonly end: number }, message: string, help: string): void => {
    report(word, message, help);
    isGood = false;
  };
  TOKEN.lastIndex = from + "errtable:".length + verb.length;
  while (isGood && body.slice(TOKEN.lastIndex).trim() !== "") {
    const begun = TOKEN.lastIndex + (/\S/.exec(body.slice(TOKEN.lastIndex))?.index ?? 0);
    const found = TOKEN.exec(body);
    const span = { start: line.start + begun, end: line.start + (found === null ? body.length : TOKEN.lastIndex) };
    const groups = found?.groups as Readonly<Record<string, string | undefined>> | undefined;
    if (groups === undefined) {
      wrong(
        span,
        "This is no attribute.",
        'Attributes are written key=value, or key="value" where the value has spaces; quotes are closed.',
      );
    } else if (groups["word"] !== undefined) {
      const word = { text: groups["word"], ...span };
      if (name !== undefined || attributes.size > 0)
        wrong(
          word,
          `"${word.text}" is neither a name nor an attribute.`,
          "The name stands first, and there is one; attributes are written key=value.",
        );
      else if (!/^[A-Za-z][\w-]*$/.test(word.text))
        wrong(word, `"${word.text}" is no name of a block.`, "A name is a letter, then letters, digits, - and _.");
      else name = word;
    } else {
      const key = { text: groups["key"] ?? "", start: span.start, end: span.start + (groups["key"]?.length ?? 0) };
      const value = { text: groups["quoted"] ?? groups["plain"] ?? "", start: key.end + 1, end: span.end };
      if (attributes.has(key.text)) wrong(key, `The marker has "${key.text}" twice.`, "Keep one of them.");
      else if (value.text.trim() === "")
        wrong(key, `"${key.text}" has no value.`, `Write ${key.text}=value, or leave it out.`);
      else attributes.set(key.text, { key, value });
    }
  }
  return isGood ? { verb, attributes, comment, line, ...at, ...(name === undefined ? {} : { name }) } : undefined;
}
