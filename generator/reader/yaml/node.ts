// The types of a YAML text after reading: plain data with the place of each key and value.
import { memoize } from "../../diagnostic/memoize.ts";
import { lastWhere } from "../../diagnostic/source.ts";

export interface Node {
  /** In UTF-16 units. */
  readonly start: number;
  /** Behind its last character: space and comments that follow are not part of it. */
  readonly end: number;
  /** As plain JSON; maps are objects without a prototype. */
  readonly data: unknown;
  /** Of a map, in the order of the text. */
  readonly pairs: readonly Pair[] | undefined;
  /** Of a sequence. */
  readonly items: readonly Node[] | undefined;
  /** Of a key: an integer without quotes. Its data are its digits, as JSON has only strings as keys. */
  readonly isInteger?: true;
}

export interface Pair {
  readonly key: Node;
  /** Absent where a key stands alone. */
  readonly value: Node | undefined;
}

/** An entry to put into a map: on one line, as a flow map has it, or on lines that are not yet indented as a block map is. */
export interface NewEntry {
  readonly flow: string;
  readonly block: string;
}

export function scalarNode(start: number, end: number, data: unknown): Node {
  return { start, end, data, pairs: undefined, items: undefined };
}

/** A row that stands further down is the same row. */
export function movePair({ key, value }: Pair, by: number): Pair {
  return { key: moveNode(key, by), value: value && moveNode(value, by) };
}

/** The parts of a moved node are moved when they are asked for. */
function moveNode(node: Node, by: number): Node {
  if (by === 0) return node;
  // However often a node is moved, it is one step from the node that was read.
  if (isMoved(node)) return moveNode(node.moved.node, node.moved.by + by);
  const { start, end, data, isInteger } = node;
  const place = { start: start + by, end: end + by, data, ...(isInteger && { isInteger }) };
  if (node.pairs === undefined && node.items === undefined) return { ...place, pairs: undefined, items: undefined };
  return Object.assign(Object.create(MOVED), place, { moved: { node, by } });
}

interface MovedNode extends Node {
  readonly moved: { readonly node: Node; readonly by: number };
}

function isMoved(node: Node): node is MovedNode {
  return "moved" in node;
}

const MOVED = {
  get pairs() {
    return partsOfMoved(this as unknown as MovedNode).pairs;
  },
  get items() {
    return partsOfMoved(this as unknown as MovedNode).items;
  },
};

const partsOfMoved = memoize(({ moved: { node, by } }: MovedNode): Pick<Node, "pairs" | "items"> => {
  const { pairs, items } = node;
  return { pairs: pairs?.map((pair) => movePair(pair, by)), items: items?.map((item) => moveNode(item, by)) };
});

/** The pairs of a map in the order of the text, each made when it is asked for. */
export interface LazyPairs {
  readonly count: number;
  pairAt(index: number): Pair;
  indexOf(name: string): number | undefined;
}

/** A map of many pairs: mostly only few of them are asked for. */
export function lazyMap(place: Pick<Node, "start" | "end" | "data">, lazy: LazyPairs): Node {
  const made = new Map<number, Pair>();
  const pairAt = (index: number): Pair => {
    const known = made.get(index);
    if (known !== undefined) return known;
    const pair = lazy.pairAt(index);
    made.set(index, pair);
    return pair;
  };
  return Object.assign(Object.create(LAZY), place, { items: undefined, lazy: { ...lazy, pairAt } });
}

interface LazyNode extends Node {
  readonly lazy: LazyPairs;
}

const LAZY = {
  get pairs() {
    return pairsOfLazy(this as unknown as LazyNode);
  },
};

const pairsOfLazy = memoize(({ lazy }: LazyNode) => Array.from({ length: lazy.count }, (_, at) => lazy.pairAt(at)));

/** Of a map; undefined also for any other node. */
export function pairNamed(node: Node, name: string): Pair | undefined {
  if (!isLazy(node)) return node.pairs && pairsByName(node.pairs).get(name);
  const index = node.lazy.indexOf(name);
  return index === undefined ? undefined : node.lazy.pairAt(index);
}

/** The last pair of a map whose key starts at or before an offset. */
export function pairStartingBy(node: Node, offset: number): Pair | undefined {
  const { count, pairAt } = isLazy(node) ? node.lazy : lazyPairsOf(node.pairs ?? []);
  const index = lastWhere(count, (at) => pairAt(at).key.start <= offset);
  return index < 0 ? undefined : pairAt(index);
}

function lazyPairsOf(pairs: readonly Pair[]): Pick<LazyPairs, "count" | "pairAt"> {
  return { count: pairs.length, pairAt: (index) => pairs[index] as Pair };
}

/** Without making the pairs of a map of many. */
export function isMap(node: Node): boolean {
  return isLazy(node) || node.pairs !== undefined;
}

function isLazy(node: Node): node is LazyNode {
  return "lazy" in node;
}

const pairsByName = memoize(
  (pairs: readonly Pair[]): ReadonlyMap<string, Pair> => new Map(pairs.map((pair) => [String(pair.key.data), pair])),
);
