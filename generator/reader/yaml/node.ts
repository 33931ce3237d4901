// The types of a YAML text after reading: plain data with the place of each key and value.
import { memoize } from "../../diagnostic/memoize.ts";

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
  const { start, end, data, isInteger } = node;
  const place = { start: start + by, end: end + by, data, ...(isInteger && { isInteger }) };
  if (node.pairs === undefined && node.items === undefined) return { ...place, pairs: undefined, items: undefined };
  return Object.assign(Object.create(MOVED), place, { moved: { node, by } });
}

interface MovedNode extends Node {
  readonly moved: { readonly node: Node; readonly by: number };
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

/** A map of many pairs, which are made when something asks for them: mostly nothing does. */
export function lazyMap(place: Pick<Node, "start" | "end" | "data">, makePairs: () => readonly Pair[]): Node {
  return Object.assign(Object.create(LAZY), place, { items: undefined, makePairs });
}

interface LazyNode extends Node {
  readonly makePairs: () => readonly Pair[];
}

const LAZY = {
  get pairs() {
    return pairsOfLazy(this as unknown as LazyNode);
  },
};

const pairsOfLazy = memoize(({ makePairs }: LazyNode) => makePairs());
