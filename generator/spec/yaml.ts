// YAML 1.2 becomes plain data; what has no one written place or no JSON value is refused. Only this file reads yaml's AST.
import { isAlias, isScalar, isMap as isYamlMap, isSeq as isYamlSeq, parseDocument, type YAMLError } from "yaml";
import type { Diagnostic, Related } from "../diagnostic.ts";
import type { SourceFile } from "../source.ts";
import { tooDeepAt } from "./yaml-depth.ts";

/** A value with its place: start, end of the value, in UTF-16 units. */
export interface Node {
  readonly range: readonly [number, number, number];
  readonly value?: unknown;
}

export interface Pair {
  readonly key: Node;
  readonly value?: Node | undefined;
}

export function isMap(node: Node): node is Node & { readonly items: readonly Pair[] } {
  return isYamlMap(node);
}

export function isSeq(node: Node): node is Node & { readonly items: readonly Node[] } {
  return isYamlSeq(node);
}

export interface ParsedYaml {
  readonly root: Node | undefined;
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

const MAXIMUM_DEPTH = 100;

export function parseYaml(source: SourceFile): ParsedYaml {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, [start, end], message, help, related) => {
    const place = { source, span: { start, end: Math.max(end, start) } };
    diagnostics.push({ code, severity: "error", message, place, help, ...(related ? { related: [related] } : {}) });
  };
  const deep = tooDeepAt(source.text, MAXIMUM_DEPTH);
  if (deep !== undefined) {
    report("yaml-depth", [deep, deep + 1], "This is nested too deeply.", DEPTH_HELP);
    return { root: undefined, data: undefined, diagnostics };
  }
  // The library's own check for duplicate keys takes time that grows with the square of their number.
  const options = { version: "1.2", uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
  const document = parseDocument(source.text, options);
  for (const problem of document.errors) reportSyntax(problem, report);
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    report("yaml-version", [0, 5], "The file asks for another version of YAML than 1.2.", "Remove the %YAML line.");
  }
  const root = document.contents as Node | null;
  if (root === null) {
    if (document.errors.length === 0)
      report("empty-file", [0, 0], "The file is empty.", "Run errtable init for a start.");
    return { root: undefined, data: undefined, diagnostics };
  }
  // A broken file yields nodes that were never written: its syntax comes first.
  if (document.errors.length > 0) return { root, data: undefined, diagnostics };
  return { root, data: toData(root, { source, report }), diagnostics };
}

type Report = (
  code: string,
  range: readonly [number, number],
  message: string,
  help: string,
  related?: Related,
) => void;

const DEPTH_HELP = `Values may be nested up to ${MAXIMUM_DEPTH} levels deep.`;

function reportSyntax(problem: YAMLError, report: Report): void {
  if (problem.code === "MULTIPLE_DOCS") {
    report(
      "yaml-documents",
      problem.pos,
      "The file holds more than one document.",
      "Keep one table in one file; remove the --- line.",
    );
    return;
  }
  const sentence = problem.message.replace(/\.?$/, ".");
  const help = problem.code === "TAB_AS_INDENT" ? "Indent with spaces." : "See yaml.org/spec/1.2.2 for the grammar.";
  report("yaml-syntax", problem.pos, `This is not YAML: ${sentence}`, help);
}

interface Reading {
  readonly source: SourceFile;
  readonly report: Report;
}

function toData(node: Node, reading: Reading): unknown {
  const { report } = reading;
  const [start, end] = node.range;
  if (isAlias(node)) {
    report(
      "yaml-alias",
      [start, end],
      `The alias "*${node.source}" stands for a value that is written elsewhere.`,
      ALIAS_HELP,
    );
    return null;
  }
  refuseProperties(node, reading);
  if (isMap(node)) return toObject(node.items, reading);
  if (isSeq(node)) return node.items.map((item) => toData(item, reading));
  if (typeof node.value === "number") refuseNumber(node.value, node, reading);
  if (typeof node.value === "string") refuseSurrogates(node.value, node, reading);
  return node.value;
}

const ALIAS_HELP = "Write the value out: every value of a table stands at one place.";

function toObject(pairs: readonly Pair[], reading: Reading): object {
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const seen = new Map<string, Node>();
  for (const { key, value } of pairs) {
    const name = readKey(key, reading);
    if (name === undefined) continue;
    const first = seen.get(name);
    if (first !== undefined) reportDuplicate(name, key, first, reading);
    else {
      seen.set(name, key);
      object[name] = value === undefined || value === null ? null : toData(value, reading);
    }
  }
  return object;
}

function readKey(key: Node | null, { source, report }: Reading): string | undefined {
  if (key === null) return undefined;
  const [start, end] = key.range;
  if (isAlias(key)) {
    report(
      "yaml-alias",
      [start, end],
      `The alias "*${key.source}" stands for a key that is written elsewhere.`,
      ALIAS_HELP,
    );
    return undefined;
  }
  refuseProperties(key, { source, report });
  const written = source.text.slice(start, end);
  if (isScalar(key) && typeof key.value === "string") {
    if (written === "<<") {
      report("yaml-merge", [start, end], 'The merge key "<<" takes values from elsewhere.', ALIAS_HELP);
    }
    refuseSurrogates(key.value, key, { source, report });
    return key.value;
  }
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  const help = isScalar(key)
    ? `Write it in quotes: ${JSON.stringify(shown)}.`
    : "Use a plain word, or a string in quotes.";
  report("yaml-key", [start, end], `The key ${shown === "" ? "here" : shown} is not a string.`, help);
  return undefined;
}

function reportDuplicate(name: string, key: Node, first: Node, { source, report }: Reading): void {
  const place = { source, span: { start: first.range[0], end: first.range[1] } };
  report(
    "duplicate-key",
    [key.range[0], key.range[1]],
    `The key "${name}" stands here a second time.`,
    "Remove or rename one of the two.",
    {
      message: `"${name}" stands here first.`,
      place,
    },
  );
}

function refuseProperties(node: Node, { source, report }: Reading): void {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor === undefined && tag === undefined) return;
  // Properties stand before the value, on its line or on one above.
  const [start] = node.range;
  const sign = anchor === undefined ? "!" : "&";
  let at = source.text.lastIndexOf(sign, start);
  while (at > 0 && /[^\s,[\]{}]/.test(source.text[at - 1] ?? "")) at -= 1;
  const found: readonly [number, number] = at < 0 ? [start, start + 1] : [at, wordEnd(source.text, at)];
  if (anchor !== undefined)
    report("yaml-anchor", found, `The anchor "&${anchor}" lets a value stand at several places.`, ALIAS_HELP);
  else
    report(
      "yaml-tag",
      found,
      `The tag "${tag}" asks for a type of its own.`,
      "Remove the tag: a table holds plain JSON values.",
    );
}

function wordEnd(text: string, start: number): number {
  const end = /[\s,[\]{}]/g;
  end.lastIndex = start + 1;
  return end.exec(text)?.index ?? text.length;
}

/** Half a character has no bytes in UTF-8: it would come back as another one. */
function refuseSurrogates(value: string, node: Node, { report }: Reading): void {
  if (value.isWellFormed()) return;
  report(
    "yaml-surrogate",
    [node.range[0], node.range[1]],
    "The string holds half of a surrogate pair, which is no character.",
    "Write both halves of the pair, or the character itself.",
  );
}

function refuseNumber(value: number, node: Node, { source, report }: Reading): void {
  const [start, end] = node.range;
  const written = source.text.slice(start, end);
  if (!Number.isFinite(value)) {
    report(
      "yaml-number",
      [start, end],
      `The value ${written} is no JSON number.`,
      "Write a finite number, or a string in quotes.",
    );
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    report(
      "yaml-number",
      [start, end],
      `The integer ${written} is beyond 2^53 and would lose digits.`,
      `Write it in quotes: "${written}".`,
    );
  }
}
