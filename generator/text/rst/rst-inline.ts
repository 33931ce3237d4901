// Words with their marks become a line of reStructuredText; the only place where text enters it. Marks do not nest there,
// so that each stretch of words keeps the mark that says most: a link, else code, else strong, else emphasis.

import type { Inline } from "../document/blocks.ts";
import { flatten, oneLine, seenText } from "../document/inline-lines.ts";
import { HIDDEN, linkTarget, visible } from "../document/shown-text.ts";
import { percentDecoded } from "../percent-decoded.ts";

/** The lines of a paragraph: one, or as many as breaks make of it. */
export function inlineLines(content: readonly Inline[]): readonly string[] {
  const lines: Run[][] = [[]];
  for (const run of runsOf(content, "text")) {
    if (run.mark === "break") lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((line) => folded(lineText(line)));
}

/** docutils takes no line of more than 10,000 signs; within a paragraph a line end is a space. */
function folded(line: string): string {
  return line.length < MOST ? line : line.replace(/(.{1,2000}) (?=[\p{L}\p{N}])/gu, "$1\n");
}

const MOST = 8000;

interface Run {
  readonly mark: "text" | "code" | "strong" | "emphasis" | "link" | "break";
  readonly text: string;
  readonly url?: string;
  readonly mayLeadOut?: boolean;
}

function runsOf(content: readonly Inline[], mark: "text" | "strong" | "emphasis"): readonly Run[] {
  return flatten(content).flatMap((inline): readonly Run[] => {
    switch (inline.kind) {
      case "text":
        return [{ mark, text: inline.text }];
      case "code":
        return [{ mark: "code", text: inline.text }];
      case "strong":
        return runsOf(inline.content, "strong");
      case "emphasis":
        return runsOf(inline.content, mark === "strong" ? mark : "emphasis");
      case "strike":
        return runsOf(inline.content, mark);
      case "link": {
        const url = linkTarget(inline.url);
        const text = seenText(inline.content);
        if (url === undefined || text.trim() === "") return runsOf(inline.content, mark);
        return [{ mark: "link", text, url, mayLeadOut: inline.mayLeadOut ?? false }];
      }
      case "image": {
        const url = linkTarget(inline.url);
        const text = inline.alt.trim() === "" ? (url ?? "") : inline.alt;
        return [url === undefined ? { mark, text } : { mark: "link", text, url }];
      }
      case "break":
        return [{ mark: "break", text: "" }];
      default:
        return inline satisfies never;
    }
  });
}

/** Marks stand apart from words by a space that does not show; spaces are never within marks. */
function lineText(runs: readonly Run[]): string {
  let out = "";
  let before: "edge" | "space" | "text" | "mark" = "edge";
  for (const run of joined(runs)) {
    const text = shownText(run.text);
    const words = text.trim();
    if (words === "") {
      if (before !== "edge" && text !== "" && before !== "space") out += " ";
      if (before !== "edge" && text !== "") before = "space";
      continue;
    }
    if (/^\s/.test(text) && before !== "edge" && before !== "space") {
      out += " ";
      before = "space";
    }
    if (run.mark === "text") {
      out += (before === "mark" && !/^[:.,;!?)]/.test(words) ? "\\ " : "") + escapeText(words, before === "edge");
      before = "text";
    } else {
      out += (before === "edge" || before === "space" ? "" : "\\ ") + markedText(run, words);
      before = "mark";
    }
    if (/\s$/.test(text)) {
      out += " ";
      before = "space";
    }
  }
  return out.trimEnd();
}

function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last !== undefined && last.mark === run.mark && run.mark !== "link" && run.mark !== "code")
      out[out.length - 1] = { ...run, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

function markedText({ mark, url = "", mayLeadOut = false }: Run, words: string): string {
  switch (mark) {
    case "strong":
      return `**${escapeText(words, false)}**`;
    case "emphasis":
      return `*${escapeText(words, false)}*`;
    case "link": {
      const target = targetText(url, mayLeadOut);
      return `\`${escapeText(words, false)} <${target}>\`__`;
    }
    default:
      // A literal cannot hold the signs that end it.
      return /^[^`\\]+$/.test(words) ? `\`\`${words}\`\`` : `:literal:\`${escapeAll(words)}\``;
  }
}

function targetText(url: string, mayLeadOut: boolean): string {
  const section = /^#(.+)$/.exec(url)?.[1];
  if (section === undefined) return escapeUrl(url);
  return mayLeadOut ? `#${idOf(percentDecoded(section))}` : `${escapeAll(percentDecoded(section))}_`;
}

/** The id that docutils makes of the name of a target, for names in ASCII. A reference by name is an error where the document has no such target. */
function idOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^ -~]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}

/** The name that links to a section use. */
export function targetName(anchor: string): string {
  return escapeAll(shownText(anchor).trim());
}

function escapeUrl(url: string): string {
  return url.replace(/[*_`|\\]/g, "\\$&");
}

function escapeAll(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Text without markup. `first` says that nothing else stands on the line before it. */
function escapeText(text: string, first: boolean): string {
  const escaped = text.replace(SIGNS, "\\$&");
  if (!first) return escaped;
  return escaped.replace(/^([\p{L}\p{N}]+)([.)])(?=\s|$)/u, "$1\\$2").replace(/^[^\p{L}\p{N}\\]/u, "\\$&");
}

/** Signs of sentences stay as they are where they stand as in sentences; all others are listed here. */
const SIGNS = /[#$&*+<>@[-`{-~]|:(?! |$)|(?<![\w)]|^):|-(?!\w)|(?<!\w)-|\.(?=\.)|(?<=\.)\./g;

/** There are no character references: invisible signs show as their numbers. */
function shownText(text: string): string {
  return visible(oneLine(text))
    .replace(UNSEEN_SIGNS, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`)
    .replace(/\s+/g, " ");
}

const UNSEEN_SIGNS = new RegExp(HIDDEN.source, "g");
