// The text of somebody's API description becomes data, and the tree that tells where each part of it stands.
import type { Alias, Node, Pair, ParsedNode, Scalar, YAMLMap } from "yaml";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId } from "../../diagnostic/kinds.ts";
import { positionAt, type SourceFile } from "../../diagnostic/source.ts";
import { tooDeepAt } from "../../reader/yaml/depth.ts";
import { type YamlLibrary, yamlLibrary } from "../../reader/yaml/library.ts";
import type { Json } from "../../text/json/value.ts";

export interface Description {
  readonly source: SourceFile;
  readonly data: Json;
  readonly root: ParsedNode;
  readonly yaml: YamlLibrary;
  /** The text is JSON, which is verified as such. */
  readonly isJson: boolean;
  /** The names of anchors that aliases refer to. */
  readonly aliased: ReadonlySet<string>;
  /** The value that an alias stands for; other nodes stand for themselves. */
  resolve(node: unknown): unknown;
}

export type Refusal = Diagnostic;

const MAXIMUM_DEPTH = 200;

/** A text with anything wrong in it is no description: no place in it can be relied on. */
export function readDescription(source: SourceFile): Description | readonly Refusal[] {
  const yaml = yamlLibrary();
  const lone = source.text.search(/\r(?!\n)/);
  if (lone >= 0) {
    const message =
      "A carriage return stands here alone, which is the end of a line to some readers and none to others.";
    return [refuse(source, [lone, lone + 1], "description-syntax", message, "End every line in the same way.")];
  }
  const isJson = /^\s*[{[]/.test(source.text) && isJsonText(source.text);
  // A tab in JSON is white space, which YAML takes for a mistake in some places; offsets stay.
  const text = isJson ? source.text.replaceAll("\t", " ") : source.text;
  const deep = tooDeepAt(text, MAXIMUM_DEPTH, yaml);
  if (deep !== undefined) {
    return [refuse(source, [deep, deep + 1], "description-syntax", "This is nested too deeply.", DEPTH_HELP)];
  }
  // The library's own check for duplicate keys takes time that grows with the square of their number.
  const document = yaml.parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) {
    return document.errors.map(({ code, message, pos }) =>
      code === "MULTIPLE_DOCS"
        ? refuse(source, pos, "description-documents", "The file holds more than one document.", DOCUMENTS_HELP)
        : refuse(source, pos, "description-syntax", `This is not YAML: ${message.replace(/\.?$/, ".")}`, SYNTAX_HELP),
    );
  }
  const root = document.contents as ParsedNode | null;
  if (root === null || !yaml.isMap(root)) {
    const span = root === null ? ([0, 0] as const) : root.range;
    return [refuse(source, span, "description-version", "This is no OpenAPI description.", VERSION_HELP)];
  }
  const walked = walk(root, source, yaml);
  if (walked.refusals.length > 0) return walked.refusals;
  const data = (isJson ? JSON.parse(source.text) : document.toJS({ maxAliasCount: -1 })) as Json;
  const resolve = (node: unknown): unknown => (yaml.isAlias(node) ? (node as Alias).resolve(document) : node);
  return { source, data, root, yaml, isJson, aliased: walked.aliased, resolve };
}

const DEPTH_HELP = `Values may be nested up to ${MAXIMUM_DEPTH} levels deep.`;
const DOCUMENTS_HELP = "Keep one description in one file.";
const SYNTAX_HELP = "Correct it; nothing is written into a file that cannot be read.";
export const VERSION_HELP = 'A description of OpenAPI 3.0, 3.1 or 3.2 says so at its top, as in: openapi: "3.1.0".';

export function refuse(
  source: SourceFile,
  [start, end]: readonly [number, number, ...number[]],
  code: FindingId,
  message: string,
  help: string,
): Refusal {
  return { code, severity: "error", message, help, place: { source, span: { start, end: Math.max(start, end) } } };
}

/** The key of a map as text; numbers and words of YAML's are keys of maps of JSON by how they are written. */
export function keyText({ key }: Pair<unknown, unknown>, yaml: YamlLibrary): string | undefined {
  if (!yaml.isScalar(key)) return undefined;
  return isMerge(key as Scalar) ? "<<" : String(key.value);
}

/** The library has a sign of its own for a key that merges; one in quotes is a key like any other. */
function isMerge({ value }: Scalar): boolean {
  return typeof value === "symbol";
}

/** What the library makes Sets and Maps of. */
const STRANGE = /^tag:yaml\.org,2002:(?:set|omap)$/;

interface Walked {
  readonly refusals: readonly Refusal[];
  readonly aliased: ReadonlySet<string>;
}

/**
 * Keys that stand twice, aliases without an anchor before them or inside of their own, merges of what is no map, and what
 * JSON has nothing for.
 */
function walk(root: ParsedNode, source: SourceFile, yaml: YamlLibrary): Walked {
  const refusals: Refusal[] = [];
  const aliased = new Set<string>();
  const anchors = new Map<string, Node>();
  const open = new Set<string>();
  const visit = (node: unknown): void => {
    if (yaml.isAlias(node)) {
      const name = (node as Alias).source;
      aliased.add(name);
      if (anchors.has(name) && !open.has(name)) return;
      const problem = open.has(name) ? "stands inside of what it stands for" : "has no anchor before it";
      const message = `The alias "*${name}" ${problem}.`;
      refusals.push(refuse(source, spanOf(node as Node), "description-alias", message, SYNTAX_HELP));
      return;
    }
    if (!yaml.isNode(node)) return;
    const { anchor, tag = "" } = node as { readonly anchor?: string; readonly tag?: string };
    if (anchor !== undefined) {
      anchors.set(anchor, node);
      open.add(anchor);
    }
    if (STRANGE.test(tag)) {
      const message = "Sets and ordered maps are nothing that a description in JSON could have.";
      refusals.push(refuse(source, spanOf(node), "description-shape", message, "Write a map, without the tag."));
    }
    if (yaml.isMap(node)) visitMap(node as YAMLMap);
    else if (yaml.isSeq(node)) for (const item of node.items) visit(item);
    if (anchor !== undefined) open.delete(anchor);
  };
  const isMap = (value: unknown): boolean =>
    yaml.isMap(yaml.isAlias(value) ? anchors.get((value as Alias).source) : value);
  const visitMerge = (key: Node, value: unknown): void => {
    const merged = yaml.isAlias(value) ? anchors.get((value as Alias).source) : value;
    if (yaml.isSeq(merged) ? merged.items.every(isMap) : isMap(merged)) return;
    const help = "Write a map, an alias of one, or a list of these behind it.";
    refusals.push(refuse(source, spanOf(key), "description-alias", '"<<" merges what is no map.', help));
  };
  const visitMap = ({ items }: YAMLMap): void => {
    const seen = new Map<string, Node>();
    for (const pair of items) {
      visit(pair.key);
      const name = keyText(pair, yaml);
      if (name === undefined) visit(pair.value);
      else {
        const key = pair.key as Scalar;
        const isMerging = isMerge(key);
        const first = isMerging ? undefined : seen.get(name);
        if (first !== undefined) refusals.push(duplicate(name, key, first, source));
        if (!isMerging) seen.set(name, key);
        visit(pair.value);
        if (isMerging) visitMerge(key, pair.value);
      }
    }
  };
  visit(root);
  return { refusals, aliased };
}

function duplicate(name: string, key: Node, first: Node, source: SourceFile): Refusal {
  const { line } = positionAt(source, spanOf(first)[0]);
  const message = `The key "${name}" stands here a second time; the first is on line ${line}.`;
  return refuse(source, spanOf(key), "description-duplicate-key", message, "Remove or rename one of the two.");
}

export function spanOf(node: Node): readonly [number, number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
