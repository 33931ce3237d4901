// The library's tree of a text becomes plain nodes with offsets. Values that JSON does not have are problems.
import { positionAt, type SourceFile, type Span } from "../../diagnostic/source.ts";
import type { YamlLibrary } from "./library.ts";

/** The kinds and styles of YAML 1.2. */
export interface YamlNode extends Span {
  readonly kind: "mapping" | "sequence" | "scalar" | "alias";
  /** Collections in brackets are flow, as are all scalars but the literal and folded ones. */
  readonly style: "flow" | "block";
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  /** Of an alias. */
  readonly target: YamlNode | undefined;
  /** Of a mapping. */
  readonly members: readonly Member[];
  /** Of a sequence. */
  readonly items: readonly YamlNode[];
}

export interface Member {
  /** "<<" for a key that merges; undefined where the key is no scalar. */
  readonly name: string | undefined;
  readonly key: YamlNode;
  /** Absent where a key stands alone. */
  readonly value: YamlNode | undefined;
}

/** A reason to leave the text as it is. */
export interface TreeProblem extends Span {
  readonly kind: "syntax" | "documents" | "duplicate-key" | "shape" | "alias";
  readonly message: string;
  readonly help: string;
}

/** Any node of the library's. */
interface LibraryNode {
  readonly range?: readonly [start: number, end: number, endWithSpace: number] | null;
  readonly anchor?: string;
  readonly tag?: string;
  readonly flow?: boolean;
  readonly type?: string;
}

type LibraryPair = { readonly key: unknown; readonly value: unknown };

/** Most of the nodes of a large description hold no others, and share this. */
const NONE: never[] = [];

/** The library makes Sets and Maps of these. */
const NOT_JSON = /^tag:yaml\.org,2002:(?:set|omap|pairs)$/;

/** Names in `aliased` are anchors that aliases name. */
export function toYamlNode(contents: unknown, source: SourceFile, yaml: YamlLibrary) {
  const problems: TreeProblem[] = [];
  const aliased = new Set<string>();
  const anchors = new Map<string, YamlNode>();
  /** The anchors of the nodes that are being read. */
  const open = new Set<string>();
  const report = ({ start, end }: Span, kind: TreeProblem["kind"], message: string, help: string): void => {
    problems.push({ kind, start, end, message, help });
  };

  const toNode = (written: unknown): YamlNode => {
    const { range, anchor, tag, flow, type } = written as LibraryNode;
    const [start, end] = range ?? [0, 0];
    const target = yaml.isAlias(written) ? targetOf(written.source, { start, end }) : undefined;
    const kind = yaml.isScalar(written)
      ? "scalar"
      : yaml.isMap(written)
        ? "mapping"
        : yaml.isSeq(written)
          ? "sequence"
          : "alias";
    const isBlock = kind === "scalar" ? type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" : flow !== true;
    const style = isBlock && kind !== "alias" ? "block" : "flow";
    const members: Member[] = kind === "mapping" ? [] : NONE;
    const items: YamlNode[] = kind === "sequence" ? [] : NONE;
    const node: YamlNode = { kind, start, end, style, anchor, tag, target, members, items };
    if (anchor !== undefined) {
      anchors.set(anchor, node);
      open.add(anchor);
    }
    if (tag !== undefined && NOT_JSON.test(tag)) {
      const message = "JSON has no sets and no ordered maps, so that a description cannot have them.";
      report(node, "shape", message, "Write a map, without the tag.");
    }
    if (yaml.isMap(written)) toMembers(written.items, members);
    else if (yaml.isSeq(written)) items.push(...written.items.filter(yaml.isNode).map(toNode));
    if (anchor !== undefined) open.delete(anchor);
    return node;
  };

  const targetOf = (name: string, alias: Span): YamlNode | undefined => {
    aliased.add(name);
    const target = anchors.get(name);
    if (target === undefined || open.has(name)) {
      const problem = target === undefined ? "has no anchor before it" : "stands inside of its own anchor";
      report(alias, "alias", `The alias "*${name}" ${problem}.`, CORRECT_IT);
    }
    return target;
  };

  const toMembers = (pairs: readonly LibraryPair[], members: Member[]): void => {
    const seen = new Map<string, YamlNode>();
    for (const pair of pairs) {
      const key = toNode(pair.key);
      const keyValue = yaml.isScalar(pair.key) ? pair.key.value : undefined;
      // The library has a symbol for a key that merges; "<<" in quotes is a key like any other.
      const isMerge = typeof keyValue === "symbol";
      const name = !yaml.isScalar(pair.key) ? undefined : isMerge ? "<<" : String(keyValue);
      if (name !== undefined && !isMerge) {
        const first = seen.get(name);
        if (first !== undefined) {
          const { line } = positionAt(source, first.start);
          const message = `The key "${name}" stands here a second time; the first is on line ${line}.`;
          report(key, "duplicate-key", message, "Remove or rename one of the two.");
        }
        seen.set(name, key);
      }
      const value = yaml.isNode(pair.value) ? toNode(pair.value) : undefined;
      members.push({ name, key, value });
      const help = "Write a map, an alias of a map, or a list of these after it.";
      if (isMerge && !isMergeable(value)) report(key, "alias", '"<<" can only merge maps.', help);
    }
  };

  return { root: toNode(contents), aliased, problems };
}

export const CORRECT_IT = "Correct it; errtable writes nothing into a file that it cannot read.";

function isMergeable(value: YamlNode | undefined): boolean {
  const merged = value?.target ?? value;
  const maps = merged?.kind === "sequence" ? merged.items.map((item) => item.target ?? item) : [merged];
  return maps.every((map) => map?.kind === "mapping");
}
