// Finds the templates whose words a message has. The time grows with the length
// of the message and with the number of matches, not with the number of templates.

/** The literal texts around the params of a template: one text more than it has slots. */
export type Words = readonly string[];

export interface Matcher<Key> {
  /** Templates without params, by their whole text. */
  readonly whole: ReadonlyMap<string, readonly Row<Key>[]>;
  /** The other templates by their first words, and among these by their last words. */
  readonly byStart: Edges<Edges<Group<Key>>>;
}

interface Row<Key> {
  readonly key: Key;
  readonly words: Words;
  /** The number of characters of all words. */
  readonly size: number;
  readonly place: number;
}

/** Takes time linear in the templates. A template without any text matches nothing. */
export function makeMatcher<Key>(templates: readonly (readonly [key: Key, words: Words])[]): Matcher<Key> {
  const whole = new Map<string, Row<Key>[]>();
  const byStart = new Map<string, Map<string, Row<Key>[]>>();
  for (const [place, [key, words]] of templates.entries()) {
    const [start = "", ...others] = words;
    const end = others[others.length - 1];
    const row = { key, words, size: words.join("").length, place };
    if (row.size === 0) continue;
    if (end === undefined) add(whole, start, row);
    else {
      const byEnd = byStart.get(start) || new Map<string, Row<Key>[]>();
      byStart.set(start, byEnd);
      add(byEnd, end, row);
    }
  }
  const starts = makeEdges(byStart, false, (byEnd) => makeEdges(byEnd, true, makeGroup));
  return { whole, byStart: starts };
}

/**
 * The keys of the templates that match a message, best first: templates without params, then
 * templates with more literal text, then templates in their own order.
 */
export function findTemplates<Key>({ whole, byStart }: Matcher<Key>, message: string): Key[] {
  const found: Row<Key>[] = [];
  for (const byEnd of edgesOf(byStart, message)) {
    for (const group of edgesOf(byEnd, message)) {
      for (const row of candidatesOf(group, message)) {
        if (hasWords(row.words, message)) found.push(row);
      }
    }
  }
  found.sort((a, b) => b.size - a.size || a.place - b.place);
  return [...(whole.get(message) || []), ...found].map(({ key }) => key);
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Whether the message has the words in this order, without overlaps. */
function hasWords(words: Words, message: string): boolean {
  const last = words.length - 1;
  let from = words[0]?.length ?? 0;
  for (let index = 1; index < last; index += 1) {
    const word = words[index] ?? "";
    const place = message.indexOf(word, from);
    if (place < 0) return false;
    from = place + word.length;
  }
  return from <= message.length - (words[last]?.length ?? 0);
}

/** Texts that messages begin or end with, sorted for a binary search. */
interface Edges<Value> {
  readonly isEnd: boolean;
  readonly list: readonly Edge<Value>[];
}

interface Edge<Value> {
  readonly text: string;
  readonly value: Value;
  /** The longest other text that this text begins or ends with. */
  readonly shorter: Edge<Value> | undefined;
}

function makeEdges<Input, Value>(
  map: ReadonlyMap<string, Input>,
  isEnd: boolean,
  make: (input: Input) => Value,
): Edges<Value> {
  const list: Edge<Value>[] = [];
  const sorted = [...map].sort(([a], [b]) => compare(a, b, isEnd));
  for (const [text, input] of sorted) {
    let shorter: Edge<Value> | undefined = list[list.length - 1];
    while (shorter !== undefined && !isEdge(shorter.text, text, isEnd)) {
      shorter = shorter.shorter;
    }
    list.push({ text, value: make(input), shorter });
  }
  return { isEnd, list };
}

/** The values of all texts that the message begins or ends with. */
function edgesOf<Value>(edges: Edges<Value>, message: string): Value[] {
  const { isEnd, list } = edges;
  // All texts between `low` and `high` share the shorter of the two shared parts with the message.
  let [low, lowShared] = [0, 0];
  let [high, highShared] = [list.length, 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    const text = list[middle]?.text ?? "";
    const known = Math.min(lowShared, highShared);
    const shared = sharedBy(text, message, isEnd, known);
    if (isAfter(text, message, isEnd, shared)) {
      [high, highShared] = [middle, shared];
    } else [low, lowShared] = [middle + 1, shared];
  }
  // All of them are parts of the last text that does not sort after the message.
  const found: Value[] = [];
  let edge: Edge<Value> | undefined = list[low - 1];
  for (; edge !== undefined; edge = edge.shorter) {
    if (isEdge(edge.text, message, isEnd)) found.push(edge.value);
  }
  return found;
}

function isEdge(edge: string, text: string, isEnd: boolean): boolean {
  return isEnd ? text.endsWith(edge) : text.startsWith(edge);
}

/** Compares code units, from the start forwards or from the end backwards. */
function compare(a: string, b: string, isEnd: boolean): number {
  return isAfter(a, b, isEnd, sharedBy(a, b, isEnd, 0)) ? 1 : -1;
}

/** The number of equal units; the first `from` units are known to be equal. */
function sharedBy(a: string, b: string, isEnd: boolean, from: number): number {
  const most = Math.min(a.length, b.length);
  let count = from;
  while (count < most && unitAt(a, count, isEnd) === unitAt(b, count, isEnd)) {
    count += 1;
  }
  return count;
}

/** Whether `a` sorts after `b`, where their first difference is at `at`. */
function isAfter(a: string, b: string, isEnd: boolean, at: number): boolean {
  if (at === a.length || at === b.length) return a.length > b.length;
  return unitAt(a, at, isEnd) > unitAt(b, at, isEnd);
}

function unitAt(text: string, index: number, isEnd: boolean): number {
  return text.charCodeAt(isEnd ? text.length - 1 - index : index);
}

/** Templates with the same first and last words, to be told apart by the words between. */
interface Group<Key> {
  /** The templates to try with every message: few templates, or templates without a word of four characters between. */
  readonly always: readonly Row<Key>[];
  /** The other templates, each by its rarest gram: four characters in a row that the fewest templates have. */
  readonly byGram: ReadonlyMap<number, readonly Anchor<Key>[]>;
  /** A filter before the map, because the map has few of the grams in a message. */
  readonly filter: Uint8Array;
}

/** The place of a gram in a template. */
interface Anchor<Key> {
  readonly row: Row<Key>;
  readonly word: string;
  /** The number of characters of the word up to the end of the gram. */
  readonly length: number;
}

const FEW = 4;

function makeGroup<Key>(rows: readonly Row<Key>[]): Group<Key> {
  const always: Row<Key>[] = [];
  const byGram = new Map<number, Anchor<Key>[]>();
  const counts = new Map<number, number>();
  // A small group gets no counts, so that all of its templates come to `always`.
  for (const { words } of rows.length <= FEW ? [] : rows) {
    eachGram(words, (gram) => counts.set(gram, (counts.get(gram) || 0) + 1));
  }
  for (const row of rows) {
    let rarest: readonly [gram: number, anchor: Anchor<Key>] | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    eachGram(row.words, (gram, word, length) => {
      const count = counts.get(gram) || fewest;
      if (count < fewest) rarest = [gram, { row, word, length }];
      fewest = Math.min(fewest, count);
    });
    if (rarest === undefined) always.push(row);
    else add(byGram, ...rarest);
  }
  const filter = new Uint8Array(2 ** Math.ceil(Math.log2(16 * byGram.size)));
  for (const gram of byGram.keys()) filter[slotOf(gram, filter)] = 1;
  return { always, byGram, filter };
}

function eachGram(words: Words, use: (gram: number, word: string, length: number) => void): void {
  for (const word of words.slice(1, -1)) {
    let gram = 0;
    for (let at = 0; at < word.length; at += 1) {
      gram = nextGram(gram, word, at);
      if (at >= 3) use(gram, word, at + 1);
    }
  }
}

/** The templates of the group that may match the message, each once. */
function candidatesOf<Key>({ always, byGram, filter }: Group<Key>, message: string): Iterable<Row<Key>> {
  if (byGram.size === 0) return always;
  const found = new Set(always);
  let gram = 0;
  for (let at = 0; at < message.length; at += 1) {
    gram = nextGram(gram, message, at);
    if (filter[slotOf(gram, filter)] === 0) continue;
    for (const { row, word, length } of byGram.get(gram) || []) {
      if (message.startsWith(word, at + 1 - length)) found.add(row);
    }
  }
  return found;
}

/** A number made of the last four characters; the shift drops all earlier characters. */
function nextGram(gram: number, text: string, at: number): number {
  return (gram << 8) ^ text.charCodeAt(at);
}

function slotOf(gram: number, filter: Uint8Array): number {
  return (gram ^ (gram >>> 7) ^ (gram >>> 15)) & (filter.length - 1);
}
