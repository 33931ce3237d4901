// A function becomes one that computes the result for each argument once.

/** For a function of an object; a result is kept as long as its object. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return remembering(new WeakMap(), compute);
}

/** For a function of a name or a text; the results are kept as long as the function. */
export function memoizeByKey<Key extends string, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return remembering(new Map(), compute);
}

/**
 * For a function of many parts that mostly stay the same: the last result is kept as long as an object, and taken where each part is
 * the very one that it was made of.
 */
export function recallBy<Key extends object, Part, Value>(
  compute: (parts: readonly Part[]) => Value,
): (key: Key, parts: readonly Part[]) => Value {
  const known = new WeakMap<Key, { readonly parts: readonly Part[]; readonly value: Value }>();
  return (key, parts) => {
    const last = known.get(key);
    if (last !== undefined && areSame(last.parts, parts)) return last.value;
    const value = compute(parts);
    known.set(key, { parts, value });
    return value;
  };
}

/** Values by key, with all that each was made of. */
export interface Kept<Value> {
  readonly basis: readonly unknown[];
  readonly values: ReadonlyMap<string, { readonly basis: unknown; readonly value: Value }>;
}

/**
 * All values depend on `basis`, and each one on the answer of `basisOf` for it, a list or a single thing. Where both are the same as
 * before, the value is the one before.
 */
export function keepEach<Item, Value>(
  items: readonly (readonly [key: string, item: Item])[],
  before: Kept<Value> | undefined,
  basis: readonly unknown[],
  basisOf: (key: string, item: Item) => unknown,
  make: (key: string, item: Item) => Value,
): Kept<Value> {
  const known = before !== undefined && areSame(before.basis, basis) ? before.values : undefined;
  const values = new Map<string, { readonly basis: unknown; readonly value: Value }>();
  for (const [key, item] of items) {
    const own = basisOf(key, item);
    const kept = known?.get(key);
    const isSame = kept !== undefined && (kept.basis === own || areSameLists(kept.basis, own));
    values.set(key, isSame ? kept : { basis: own, value: make(key, item) });
  }
  return { basis, values };
}

function areSameLists(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && areSame(a, b);
}

/** Whether two lists have the very same items. */
export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

interface Store<Key, Value> {
  get(key: Key): { readonly value: Value } | undefined;
  set(key: Key, result: { readonly value: Value }): unknown;
}

function remembering<Key, Value>(known: Store<Key, Value>, compute: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    let result = known.get(key);
    if (result === undefined) {
      result = { value: compute(key) };
      known.set(key, result);
    }
    return result.value;
  };
}
