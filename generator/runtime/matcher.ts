// Finds, among many templates, those whose words a message has. The time grows
// with the message and with what is found, not with the number of templates.

/** The literal texts around a template's params: one more than it has slots. */
export type Words = readonly string[];

export interface Matcher {
  readonly templates: readonly Words[];
  /** Templates without params, by their whole text. */
  readonly whole: ReadonlyMap<string, readonly number[]>;
  /** All others by how they begin, and among these by how they end. */
  readonly byStart: Edges<Edges<Group>>;
}

/** In time that is linear in the templates. Those without any word match nothing. */
export function makeMatcher(templates: readonly Words[]): Matcher {
  const whole = new Map<string, number[]>();
  const byStart = new Map<string, Map<string, number[]>>();
  for (const [id, words] of templates.entries()) {
    const [start = "", ...others] = words;
    const end = others.at(-1);
    if (words.every((word) => word === "")) continue;
    if (end === undefined) add(whole, start, id);
    else {
      const byEnd = byStart.get(start) ?? new Map<string, number[]>();
      byStart.set(start, byEnd);
      add(byEnd, end, id);
    }
  }
  const starts = makeEdges(byStart, false, (byEnd) =>
    makeEdges(byEnd, true, (ids) => makeGroup(ids, templates)),
  );
  return { templates, whole, byStart: starts };
}

/**
 * The places of the templates that have such a message, best first: those that are
 * the message itself, then the more the more of it they say, then in their order.
 */
export function findTemplates(matcher: Matcher, message: string): number[] {
  const { templates, whole, byStart } = matcher;
  const found = new Set<number>();
  for (const byEnd of edgesOf(byStart, message)) {
    for (const group of edgesOf(byEnd, message)) {
      for (const id of candidates(group, message)) {
        if (hasWords(templates[id] ?? [], message)) found.add(id);
      }
    }
  }
  const said = (id: number): number => (templates[id] ?? []).join("").length;
  const others = [...found].sort((a, b) => said(b) - said(a) || a - b);
  return [...(whole.get(message) ?? []), ...others];
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Whether the words stand in the message, in order and one after the other. */
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

/** Texts that messages begin or end with, sorted so that bisection finds them. */
interface Edges<Value> {
  readonly isEnd: boolean;
  readonly texts: readonly string[];
  /** For each text the longest of the others that is part of it, or -1. */
  readonly shorter: readonly number[];
  readonly values: readonly Value[];
}

function makeEdges<Input, Value>(
  map: ReadonlyMap<string, Input>,
  isEnd: boolean,
  make: (input: Input) => Value,
): Edges<Value> {
  const entries = [...map].sort(([a], [b]) => compare(a, b, isEnd));
  const texts = entries.map(([text]) => text);
  const shorter: number[] = [];
  for (const [index, text] of texts.entries()) {
    let other = index - 1;
    while (other >= 0 && !isEdge(texts[other] ?? "", text, isEnd)) {
      other = shorter[other] ?? -1;
    }
    shorter.push(other);
  }
  return { isEnd, texts, shorter, values: entries.map(([, own]) => make(own)) };
}

/** The values of all texts that the message begins or ends with. */
function edgesOf<Value>(edges: Edges<Value>, message: string): Value[] {
  const { isEnd, texts, shorter, values } = edges;
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(texts[middle] ?? "", message, isEnd) > 0) high = middle;
    else low = middle + 1;
  }
  // The last text that does not come after the message is one of them, or the
  // longest of them is part of it.
  const found: Value[] = [];
  for (let index = low - 1; index >= 0; index = shorter[index] ?? -1) {
    const value = values[index];
    const isFound = isEdge(texts[index] ?? "", message, isEnd);
    if (isFound && value !== undefined) found.push(value);
  }
  return found;
}

function isEdge(edge: string, text: string, isEnd: boolean): boolean {
  return isEnd ? text.endsWith(edge) : text.startsWith(edge);
}

/** By code units, from the start on or from the end back. */
function compare(a: string, b: string, isEnd: boolean): number {
  const shortest = Math.min(a.length, b.length);
  const [skipA, skipB] = isEnd ? [a.length - 1, b.length - 1] : [0, 0];
  const step = isEnd ? -1 : 1;
  for (let index = 0; index < shortest; index += 1) {
    const difference =
      a.charCodeAt(skipA + step * index) - b.charCodeAt(skipB + step * index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Templates that begin and end alike: what stands between tells them apart. */
interface Group {
  /** Those that are few, or have no word between that is long enough. */
  readonly always: readonly number[];
  /** The others, by four characters in a row that the fewest of them have. */
  readonly byGram: ReadonlyMap<number, readonly Anchor[]>;
}

/** Where the four characters stand. */
interface Anchor {
  readonly id: number;
  readonly word: string;
  /** How many characters the word has up to the last of the four. */
  readonly length: number;
}

const FEW = 4;

function makeGroup(ids: readonly number[], templates: readonly Words[]): Group {
  const byGram = new Map<number, Anchor[]>();
  if (ids.length <= FEW) return { always: ids, byGram };
  const all = ids.map((id) => anchorsOf(id, templates[id] ?? []));
  const counts = new Map<number, number>();
  for (const anchors of all) {
    for (const gram of anchors.keys()) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  const always: number[] = [];
  for (const [index, id] of ids.entries()) {
    let rarest: readonly [gram: number, anchor: Anchor] | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const entry of all[index] ?? []) {
      const count = counts.get(entry[0]) ?? 0;
      if (count < fewest) [rarest, fewest] = [entry, count];
    }
    if (rarest === undefined) always.push(id);
    else add(byGram, ...rarest);
  }
  return { always, byGram };
}

function anchorsOf(id: number, words: Words): Map<number, Anchor> {
  const anchors = new Map<number, Anchor>();
  for (const word of words.slice(1, -1)) {
    let gram = 0;
    for (let at = 0; at < word.length; at += 1) {
      gram = nextGram(gram, word, at);
      if (at >= 3) anchors.set(gram, { id, word, length: at + 1 });
    }
  }
  return anchors;
}

/** Templates of the group that may have the message, each once. */
function candidates({ always, byGram }: Group, message: string): Set<number> {
  const found = new Set(always);
  if (byGram.size === 0) return found;
  let gram = 0;
  for (let at = 0; at < message.length; at += 1) {
    gram = nextGram(gram, message, at);
    for (const { id, word, length } of byGram.get(gram) ?? []) {
      const isWord = message.startsWith(word, at + 1 - length);
      if (isWord) found.add(id);
    }
  }
  return found;
}

/** A number made of the last four characters, and nothing of those before. */
function nextGram(gram: number, text: string, at: number): number {
  return (gram << 8) ^ text.charCodeAt(at);
}
