// The features of YAML that tables may not use, such as aliases and tags, and the findings that refuse them.
import type { YAMLError } from "yaml";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import type { YamlLibrary } from "./library.ts";
import type { Node } from "./node.ts";
import type { YAML_KINDS } from "./yaml-kinds.ts";

export type ReportFault = (
  code: keyof typeof YAML_KINDS,
  range: readonly [number, number],
  message: string,
  help: string,
  rest?: Pick<Diagnostic, "related" | "fix">,
) => void;

export interface Reading {
  readonly yaml: YamlLibrary;
  readonly source: SourceFile;
  readonly report: ReportFault;
}

/** A node of the library; a collection in brackets is a flow. */
export interface Written {
  readonly range: readonly [start: number, end: number, endWithSpace: number];
  readonly value?: unknown;
  readonly flow?: boolean;
}

export const ALIAS_HELP = "Write the value out: every value of a table stands at one place.";

/** Later errors on a line mostly follow from the first one, and are left out. */
export function reportSyntax(problems: readonly YAMLError[], { source, report }: Omit<Reading, "yaml">): void {
  const seen = new Set<number>();
  for (const { code, message, pos } of problems.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const { line } = positionAt(source, pos[0]);
    if (seen.has(line)) continue;
    seen.add(line);
    if (code === "MULTIPLE_DOCS") {
      const help = "Keep one table in one file; remove the --- line.";
      report("yaml-documents", pos, "The file holds more than one document.", help);
    } else {
      const sentence = message.replace(/\.?$/, ".");
      report("yaml-syntax", pos, `This is not YAML: ${sentence}`, SYNTAX_HELP[code] ?? QUOTE_HELP);
    }
  }
}

const QUOTE_HELP = "Write texts that hold quotes, colons, brackets or other signs of YAML in quotes.";

const SYNTAX_HELP: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BAD_DQ_ESCAPE: "Double the backslash, or use single quotes.",
  BAD_INDENT: "Indent it like the entries beside it, and close every bracket.",
  BLOCK_AS_IMPLICIT_KEY: 'Write a text that holds a colon in quotes: "one: two".',
  KEY_OVER_1024_CHARS: "Keys have at most 1024 characters.",
  MISSING_CHAR: "Close the quote or the bracket, or put the missing sign in.",
  MULTILINE_IMPLICIT_KEY: "End the key with a colon on its line, or indent the line as a part of the text above.",
  TAB_AS_INDENT: "Indent with spaces.",
};

export function reportDuplicate(name: string, key: Node, first: Node, { source, report }: Omit<Reading, "yaml">): void {
  const place = { source, span: { start: first.start, end: first.end } };
  const message = `The key "${name}" stands here a second time.`;
  const related = { message: `"${name}" stands here first.`, place };
  report("duplicate-key", [key.start, key.end], message, "Remove or rename one of the two.", { related: [related] });
}

/** Whether the node is an alias. */
export function refuseAlias(node: Written, role: "key" | "value", { yaml, report }: Reading): boolean {
  if (!yaml.isAlias(node)) return false;
  const message = `The alias "*${node.source}" stands for a ${role} that is written elsewhere.`;
  report("yaml-alias", [node.range[0], node.range[1]], message, ALIAS_HELP);
  return true;
}

export function refuseProperties(node: Written, { source, report }: Reading): void {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor === undefined && tag === undefined) return;
  // Properties stand before the value, on its line or on one above.
  const [start] = node.range;
  const sign = anchor === undefined ? "!" : "&";
  let at = source.text.lastIndexOf(sign, start);
  while (at > 0 && /[^\s,[\]{}]/.test(source.text[at - 1] ?? "")) at -= 1;
  const found: readonly [number, number] = at < 0 ? [start, start + 1] : [at, wordEnd(source.text, at)];
  const help = "Remove the tag: a table holds plain JSON values.";
  if (anchor === undefined) report("yaml-tag", found, `The tag "${tag}" asks for a type of its own.`, help);
  else report("yaml-anchor", found, `The anchor "&${anchor}" lets a value stand at several places.`, ALIAS_HELP);
}

function wordEnd(text: string, start: number): number {
  const end = /[\s,[\]{}]/g;
  end.lastIndex = start + 1;
  return end.exec(text)?.index ?? text.length;
}

/** Half of a character has no bytes in UTF-8 and would become another character. */
export function refuseSurrogates(value: string, node: Written, { report }: Reading): void {
  if (value.isWellFormed()) return;
  const message = "The string holds half of a surrogate pair, which is no character.";
  const [start, end] = node.range;
  report("yaml-surrogate", [start, end], message, "Write both halves of the pair, or the character itself.");
}

/** A float such as 1e21 has as many digits as it needs; only a whole number can lose some. */
function losesDigits(value: number, written: string): boolean {
  if (Number.isSafeInteger(value) || !/^[-+]?(?:\d+|0x[\da-f]+|0o[0-7]+)$/i.test(written)) return false;
  return String(value) !== written && BigInt(written.replace(/^\+/, "")) !== BigInt(value);
}

export function refuseNumber(value: number, node: Written, { source, report }: Reading): void {
  const [start, end] = node.range;
  const written = source.text.slice(start, end);
  if (!Number.isFinite(value)) {
    const help = "Write a finite number, or quotes around it if the field allows a string.";
    report("yaml-number", [start, end], `The value ${written} is no JSON number.`, help);
  } else if (losesDigits(value, written)) {
    const help = `Write ${value.toExponential()} if so many digits are enough, or "${written}" in quotes if the field allows a string.`;
    report("yaml-number", [start, end], `The integer ${written} is beyond 2^53 and would lose digits.`, help);
  }
}
