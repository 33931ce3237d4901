// The types of a YAML text after reading: plain data with the place of each key and value.

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
