// YAML 1.2 becomes plain data with places, by the library; values without a JSON form or a place of their own are refused.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { tooDeepAt } from "./depth.ts";
import { yamlLibrary } from "./library.ts";
import { findConflicts } from "./merge-conflicts.ts";
import { type Node, type Pair, scalarNode } from "./node.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import {
  ALIAS_HELP,
  type Reading,
  type ReportFault,
  refuseAlias,
  refuseNumber,
  refuseProperties,
  refuseSurrogates,
  reportDuplicate,
  reportSyntax,
  type Written,
} from "./refusals.ts";

export interface ParsedYaml {
  readonly root: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseYaml(source: SourceFile): ParsedYaml {
  const plain = readPlainYaml(source.text);
  if (plain !== undefined) return { root: plain, diagnostics: [] };
  const parsed = parseAnyYaml(source);
  const conflicts = parsed.root === undefined ? findConflicts(source) : [];
  return conflicts.length > 0 ? { root: undefined, diagnostics: conflicts } : parsed;
}

export const MAXIMUM_DEPTH = 100;

/** Reads all of YAML, and reports its faults. */
export function parseAnyYaml(source: SourceFile): ParsedYaml {
  const diagnostics: Diagnostic[] = [];
  const report: ReportFault = (code, [start, end], message, help, rest) => {
    const place = { source, span: { start, end: Math.max(end, start) } };
    diagnostics.push({ code, severity: "error", message, place, help, ...rest });
  };
  const yaml = yamlLibrary();
  const deep = tooDeepAt(source.text, MAXIMUM_DEPTH, yaml);
  if (deep !== undefined) {
    report("yaml-depth", [deep, deep + 1], "This is nested too deeply.", DEPTH_HELP);
    return { root: undefined, diagnostics };
  }
  // The library's own check for duplicate keys takes time that grows with the square of their number.
  const options = { version: "1.2", uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
  const document = yaml.parseDocument(source.text, options);
  reportSyntax(document.errors, { source, report });
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== "1.2") {
    report("yaml-version", [0, 5], "The file asks for another version of YAML than 1.2.", "Remove the %YAML line.");
  }
  const contents = document.contents as Written | null;
  if (contents === null) {
    if (document.errors.length === 0)
      report("empty-file", [0, 0], "The file is empty.", "Run errtable init for a start.");
    return { root: undefined, diagnostics };
  }
  // In a broken file the library invents nodes, so only the syntax is reported.
  if (document.errors.length > 0) return { root: undefined, diagnostics };
  return { root: toNode(contents, { source, report, yaml }), diagnostics };
}

const DEPTH_HELP = `Values may be nested up to ${MAXIMUM_DEPTH} levels deep.`;

function toNode(written: Written, reading: Reading): Node {
  const { source, yaml } = reading;
  const [start, end] = written.range;
  if (refuseAlias(written, "value", reading)) return scalarNode(start, end, null);
  refuseProperties(written, reading);
  if (yaml.isMap(written)) return toMap(written, reading);
  if (yaml.isSeq(written)) {
    const items = written.items.map((item) => toNode(item as Written, reading));
    const data = items.map((item) => item.data);
    return { start, end: written.flow === true ? end : (items.at(-1)?.end ?? end), data, pairs: undefined, items };
  }
  const { value } = written;
  if (typeof value === "number") refuseNumber(value, written, reading);
  if (typeof value === "string") refuseSurrogates(value, written, reading);
  return scalarNode(start, endOfText(source.text, start, end), value);
}

/** A block scalar ends with the line ends that belong to it. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && " \t\r\n".includes(text.charAt(last - 1))) last -= 1;
  return last;
}

interface WrittenMap extends Written {
  readonly items: readonly { readonly key: unknown; readonly value: unknown }[];
}

function toMap({ items, range: [start, end], flow }: WrittenMap, reading: Reading): Node {
  const data = Object.create(null) as Record<string, unknown>;
  const pairs: Pair[] = [];
  const seen = new Map<string, Node>();
  let last = end;
  for (const item of items) {
    const key = readKey(item.key as Written | null, reading);
    if (key === undefined) continue;
    const { data: name } = key;
    const first = seen.get(name);
    if (first !== undefined) reportDuplicate(name, key, first, reading);
    else {
      const value = reading.yaml.isNode(item.value) ? toNode(item.value as Written, reading) : undefined;
      seen.set(name, key);
      data[name] = value?.data ?? null;
      last = (value ?? key).end;
      pairs.push({ key, value });
    }
  }
  return { start, end: flow === true ? end : last, data, pairs, items: undefined };
}

/** Any other spelling of a number could be one that people do not expect. */
const INTEGER = /^(?:0|-?[1-9]\d{0,15})$/;

function readKey(key: Written | null, reading: Reading): (Node & { readonly data: string }) | undefined {
  if (key === null) return undefined;
  const { source, report, yaml } = reading;
  const [start, end] = key.range;
  if (refuseAlias(key, "key", reading)) return undefined;
  refuseProperties(key, reading);
  const written = source.text.slice(start, end);
  if (yaml.isScalar(key) && typeof key.value === "string") {
    if (written === "<<") {
      report("yaml-merge", [start, end], 'The merge key "<<" takes values from elsewhere.', ALIAS_HELP);
    }
    refuseSurrogates(key.value, key, reading);
    return { ...scalarNode(start, end, key.value), data: key.value };
  }
  if (INTEGER.test(written)) return { ...scalarNode(start, end, written), data: written, isInteger: true };
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  const isWord = yaml.isScalar(key) && written !== "";
  const help = isWord ? `Write it in quotes: ${JSON.stringify(shown)}.` : "Use a plain word, or a string in quotes.";
  const fix = isWord ? { fix: [{ start, end, text: JSON.stringify(written) }] } : {};
  report("yaml-key", [start, end], `The key ${shown === "" ? "here" : shown} is not a string.`, help, fix);
  // The row of a code without quotes is there, so that nothing else that names it is unknown.
  return isWord ? { ...scalarNode(start, end, written), data: written } : undefined;
}
