// The codes of a table become a way to look them up by a few of their characters: each gets a slot of its own or one nearby.

/** Where a few characters of a code say which slot of a table to look into first. */
export interface Slots {
  /** Shorter texts are no codes. */
  readonly shortest: number;
  /** Which characters tell the codes apart, counted from the start, or, where negative, from the end. */
  readonly samples: readonly number[];
  /** What scatters similar codes over the table. */
  readonly multiplier: number;
  /** The table has this power of two of slots. */
  readonly bits: number;
}

/** Undefined where a few characters do not tell the codes apart. The work grows with the codes' number alone. */
export function findSlots(codes: readonly string[]): Slots | undefined {
  const shortest = codes.reduce((least, code) => Math.min(least, code.length), Number.POSITIVE_INFINITY);
  if (codes.length === 0 || shortest === 0) return undefined;
  const samples = chooseSamples(codes);
  const bits = Math.max(2, Math.ceil(Math.log2(2 * codes.length)));
  let best: Slots | undefined;
  let least = 3 * codes.length;
  const attempts = codes.length > 4096 ? 2 : MULTIPLIERS.length;
  for (const multiplier of MULTIPLIERS.slice(0, attempts)) {
    const slots = { shortest, samples, multiplier, bits };
    const steps = countSteps(codes, slots, least);
    if (steps >= least) continue;
    [best, least] = [slots, steps];
    // Every code has a slot of its own.
    if (steps === codes.length) break;
  }
  return best;
}

/** The slot that a code is looked for in first: what the generated function computes. */
export function firstSlot(code: string, { samples, multiplier, bits }: Slots): number {
  let hash = code.length;
  for (const at of samples) hash = Math.imul(hash ^ code.charCodeAt(placeOf(at, code)), multiplier);
  return hash >>> (32 - bits);
}

/** Samples that a short code does not have are read from its nearest end. */
function placeOf(at: number, { length }: string): number {
  return at < 0 ? Math.max(length + at, 0) : Math.min(at, length - 1);
}

/** How many slots are looked into when each code is looked up; no more than the limit is counted. */
function countSteps(codes: readonly string[], slots: Slots, limit: number): number {
  const size = 2 ** slots.bits;
  const isTaken = new Uint8Array(size);
  let steps = 0;
  for (const code of codes) {
    let slot = firstSlot(code, slots);
    let own = 1;
    for (; isTaken[slot] === 1; own += 1) {
      slot = (slot + 1) % size;
      if (own > LONGEST_SEARCH) return limit;
    }
    isTaken[slot] = 1;
    steps += own;
    if (steps >= limit) return limit;
  }
  return steps;
}

const LONGEST_SEARCH = 64;

/** Odd, and without a pattern. */
const MULTIPLIERS = [
  0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1, 0xcc9e2d51, 0x1b873593, 0xe6546b65, 0x7feb352d,
  0x846ca68b, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09, 0x2c1b3c6d, 0x297a2d39, 0xac4c1b51,
];

/** Takes the character that splits the groups of codes not told apart yet the most, until none is left or nothing helps. */
function chooseSamples(codes: readonly string[]): readonly number[] {
  const samples: number[] = [];
  let groups = new Map<number, string[]>();
  for (const code of codes) addTo(groups, code.length, code);
  while (samples.length < MOST_SAMPLES) {
    const open = [...groups.values()].filter((group) => group.length > 1);
    if (open.length === 0) break;
    const best = bestSample(shorten(open));
    if (best === undefined) break;
    samples.push(best);
    groups = split(open, best);
  }
  return samples.toSorted((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b);
}

const MOST_SAMPLES = 8;
const FARTHEST_SAMPLE = 40;

function bestSample(groups: readonly (readonly string[])[]): number | undefined {
  const farthest = Math.min(FARTHEST_SAMPLE, Math.max(...groups.map((group) => group[0]?.length ?? 0)));
  let best: number | undefined;
  let most = groups.length;
  for (let distance = 0; distance < farthest; distance++) {
    for (const at of [distance, -1 - distance]) {
      let count = 0;
      for (const group of groups) count += new Set(group.map((code) => code.charCodeAt(placeOf(at, code)))).size;
      if (count > most) [best, most] = [at, count];
    }
  }
  return best;
}

/** Some of the groups: what tells these apart does so for the others too. */
function shorten(groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const kept: (readonly string[])[] = [];
  let room = ENOUGH_CODES;
  for (const group of groups.toSorted((a, b) => b.length - a.length)) {
    if (room < 2) break;
    const step = Math.ceil(group.length / room);
    const some = group.filter((_, index) => index % step === 0);
    kept.push(some);
    room -= some.length;
  }
  return kept;
}

const ENOUGH_CODES = 2048;

function split(groups: readonly (readonly string[])[], at: number): Map<number, string[]> {
  const parts = new Map<number, string[]>();
  for (const [index, group] of groups.entries())
    for (const code of group) addTo(parts, index * 0x10000 + code.charCodeAt(placeOf(at, code)), code);
  return parts;
}

function addTo(groups: Map<number, string[]>, key: number, code: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [code]);
  else group.push(code);
}
