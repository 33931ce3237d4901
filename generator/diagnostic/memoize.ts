// A function becomes one that computes the result for each argument once.

/** For a function of an object; a result is kept as long as its object. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return remembering(new WeakMap(), compute);
}

/** For a function of a name or a text; the results are kept as long as the function. */
export function memoizeByKey<Key extends string, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return remembering(new Map(), compute);
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
