// A seed becomes an endless row of numbers: the same on every machine and in every run.

export interface Random {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** mulberry32: small, and good enough to vary sentences. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (items) => at(items, below(items.length)) };
}

/** The item at an index that wraps around. */
export function at<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new Error("There is nothing to pick from.");
  return items[index % items.length] as T;
}
