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

/** Values by key, in order, with all that each was made of. */
export interface Kept<Value> {
  readonly basis: readonly unknown[];
  readonly keys: readonly string[];
  readonly bases: readonly unknown[];
  readonly values: readonly Value[];
}

/**
 * All values depend on `basis`, and each one on the answer of `basisOf` for it, a list or a single thing. Where both are the same as
 * before, the value is the one before. Keys are different.
 */
export function keepEach<Item, Value>(
  items: readonly (readonly [key: string, item: Item])[],
  before: Kept<Value> | undefined,
  basis: readonly unknown[],
  basisOf: (key: string, item: Item) => unknown,
  make: (key: string, item: Item) => Value,
): Kept<Value> {
  const known = before !== undefined && areSame(before.basis, basis) ? before : undefined;
  const keys: string[] = [];
  const bases: unknown[] = [];
  const values: Value[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  // Most keys are as far behind the one before them as they were.
  let next = 0;
  for (const [key, item] of items) {
    const own = basisOf(key, item);
    if (known !== undefined && known.keys[next] !== key) {
      places ??= new Map(known.keys.map((one, at) => [one, at]));
      next = places.get(key) ?? next;
    }
    const isThere = known !== undefined && known.keys[next] === key;
    const isSame = isThere && (known.bases[next] === own || areSameLists(known.bases[next], own));
    keys.push(key);
    bases.push(own);
    values.push(isSame ? (known.values[next] as Value) : make(key, item));
    if (isThere) next += 1;
  }
  return { basis, keys, bases, values };
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
