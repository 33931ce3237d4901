// The codes of a table become the parameters of a hash function over a few of their characters, for an open-addressed table.
import { groupBy } from "../../../diagnostic/group-by.ts";

export interface CodeHash {
  /** The length of the shortest code. */
  readonly shortest: number;
  /** The places of the hashed characters, from the start, or, where negative, from the end. */
  readonly samples: readonly number[];
  readonly multiplier: number;
  /** The table has 2 to the power of `bits` slots, at least twice as many as there are codes. */
  readonly bits: number;
}

/** Integers need no samples: their lowest 32 bits are hashed. */
export type IntegerHash = Pick<CodeHash, "multiplier" | "bits">;

/** Undefined where a few characters do not tell the codes apart. The time is linear in the number of codes. */
export function chooseHash(codes: readonly string[]): CodeHash | undefined {
  const shortest = codes.reduce((least, code) => Math.min(least, code.length), Number.POSITIVE_INFINITY);
  if (codes.length === 0 || shortest === 0) return undefined;
  const samples = chooseSamples(codes);
  const numbers = codes.map((code) => hashedNumbers(code, samples));
  const { best, steps } = bestMultiplier(codes.length, (multiplier, bits, limit) => {
    return countSteps(numbers, (one) => firstSlot(one, multiplier, bits), bits, limit);
  });
  return steps < 3 * codes.length ? { shortest, samples, ...best } : undefined;
}

export function chooseIntegerHash(codes: readonly number[]): IntegerHash {
  const { best } = bestMultiplier(codes.length, (multiplier, bits, limit) => {
    return countSteps(codes, (code) => Math.imul(code, multiplier) >>> (32 - bits), bits, limit);
  });
  return best;
}

/** The multiplier with the fewest steps, of the first that give each code a slot of its own. */
function bestMultiplier(
  size: number,
  count: (multiplier: number, bits: number, limit: number) => number,
): { readonly best: IntegerHash; readonly steps: number } {
  const bits = Math.max(2, Math.ceil(Math.log2(2 * size)));
  let best = { multiplier: MULTIPLIERS[0] ?? 1, bits };
  let least = 3 * size;
  for (const multiplier of MULTIPLIERS.slice(0, size > 4096 ? 2 : MULTIPLIERS.length)) {
    const steps = count(multiplier, bits, least);
    if (steps >= least) continue;
    best = { multiplier, bits };
    least = steps;
    // Every code has a slot of its own.
    if (steps === size) break;
  }
  return { best, steps: least };
}

/** The numbers that the hash of a code is made of: its length, and its characters at the samples. */
export function hashedNumbers(code: string, samples: readonly number[]): readonly number[] {
  return [code.length, ...samples.map((at) => code.charCodeAt(placeOf(at, code)))];
}

/** The first slot to look into for a code, as the generated function computes it. */
export function firstSlot(numbers: readonly number[], multiplier: number, bits: number): number {
  let hash = numbers[0] ?? 0;
  for (let index = 1; index < numbers.length; index += 1) {
    hash = Math.imul(hash ^ (numbers[index] as number), multiplier);
  }
  return hash >>> (32 - bits);
}

/** Where a code is too short for a place, the character at its nearest end counts. */
function placeOf(at: number, { length }: string): number {
  return at < 0 ? Math.max(length + at, 0) : Math.min(at, length - 1);
}

/** How many slots the lookups of all codes look into; counting stops at the limit. */
function countSteps<Code>(codes: readonly Code[], slotOf: (code: Code) => number, bits: number, limit: number): number {
  const size = 2 ** bits;
  const isTaken = new Uint8Array(size);
  let steps = 0;
  for (const code of codes) {
    let slot = slotOf(code);
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

/** Odd numbers with irregular bits scatter similar codes. */
const MULTIPLIERS = [
  0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1, 0xcc9e2d51, 0x1b873593, 0xe6546b65, 0x7feb352d,
  0x846ca68b, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09, 0x2c1b3c6d, 0x297a2d39, 0xac4c1b51,
];

/** Adds the place that splits the groups of equal samples into the most parts, until each code is alone or no place splits any. */
function chooseSamples(codes: readonly string[]): readonly number[] {
  const samples: number[] = [];
  let groups: readonly (readonly string[])[] = [...groupBy(codes, ({ length }) => length).values()];
  while (samples.length < MOST_SAMPLES) {
    groups = groups.filter((group) => group.length > 1);
    const best = bestSample(shorten(groups));
    if (best === undefined) break;
    samples.push(best);
    groups = groups.flatMap((group) => [...groupBy(group, (code) => code.charCodeAt(placeOf(best, code))).values()]);
  }
  return samples.toSorted((a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b);
}

const MOST_SAMPLES = 8;
const FARTHEST_SAMPLE = 40;

function bestSample(groups: readonly (readonly string[])[]): number | undefined {
  const farthest = Math.min(FARTHEST_SAMPLE, Math.max(...groups.map((group) => group[0]?.length ?? 0)));
  let best: number | undefined;
  let most = groups.length;
  // The number of the last group and place that each character was seen in.
  const seen = new Uint32Array(0x1_0000);
  let turn = 0;
  for (let distance = 0; distance < farthest; distance++) {
    for (const at of [distance, -1 - distance]) {
      let count = 0;
      for (const group of groups) {
        turn += 1;
        // The codes of a group have the same length.
        const place = placeOf(at, group[0] ?? "");
        for (const code of group) {
          const character = code.charCodeAt(place);
          if (seen[character] !== turn) count += 1;
          seen[character] = turn;
        }
      }
      if (count > most) [best, most] = [at, count];
    }
  }
  return best;
}

/** Enough of the codes to choose a place by. */
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

const ENOUGH_CODES = 512;
