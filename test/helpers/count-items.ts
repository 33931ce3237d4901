// A function's work becomes a number: the items of lists that its methods and loops go through. It is the same in every run.

type Method = (this: readonly unknown[], ...values: never[]) => unknown;

const METHODS = [
  "map",
  "flatMap",
  "filter",
  "some",
  "every",
  "find",
  "forEach",
  "reduce",
  "includes",
  "indexOf",
] as const;

export async function itemsOf(run: () => Promise<unknown>): Promise<number> {
  let items = 0;
  const prototype = Array.prototype as unknown as Record<string | symbol, Method>;
  const counted = (method: Method): Method =>
    function (this: readonly unknown[], ...values) {
      items += this.length;
      return method.apply(this, values);
    };
  const own = [...METHODS, Symbol.iterator].map((name) => [name, prototype[name] as Method] as const);
  for (const [name, method] of own) prototype[name] = counted(method);
  try {
    await run();
  } finally {
    for (const [name, method] of own) prototype[name] = method;
  }
  return items;
}
