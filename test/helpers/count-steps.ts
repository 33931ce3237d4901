// A function's work becomes a number: the characters that its operations on texts look at. It is the same in every run.

type Operation = (this: never, ...values: never[]) => unknown;

/** Each operation with the characters that it looks at, of its text, its arguments and its result. */
const TEXT_OPERATIONS: Readonly<Record<string, (text: string, values: readonly unknown[], result: unknown) => number>> =
  {
    charAt: () => 1,
    charCodeAt: () => 1,
    codePointAt: () => 1,
    startsWith: (_, [part]) => String(part).length,
    endsWith: (_, [part]) => String(part).length,
    indexOf: (text, [part, from = 0], result) =>
      searched(text.length, Number(result), String(part).length, Number(from)),
  };

export function stepsOf(run: () => unknown): number {
  let steps = 0;
  const counted = (operation: Operation, count: (self: never, values: never[], result: unknown) => number): Operation =>
    function (this: never, ...values) {
      const result = operation.apply(this, values);
      steps += count(this, values, result);
      return result;
    };
  const text = String.prototype as unknown as Record<string, Operation>;
  const bytes = Object.getPrototypeOf(Uint8Array.prototype) as Record<string, Operation>;
  const expression = RegExp.prototype as unknown as Record<string, Operation>;
  const undo = [
    ...Object.entries(TEXT_OPERATIONS).map(([name, count]) => replace(text, name, (own) => counted(own, count))),
    replace(bytes, "indexOf", (own) =>
      counted(own, (self: Uint8Array, [, from = 0]: readonly unknown[], result) =>
        searched(self.length, Number(result), 1, Number(from)),
      ),
    ),
    replace(expression, "exec", (own) => counted(own, (_, [given]: readonly unknown[]) => String(given).length)),
  ];
  try {
    run();
  } finally {
    for (const restore of undo) restore();
  }
  return steps;
}

function replace(owner: Record<string, Operation>, name: string, change: (own: Operation) => Operation): () => void {
  const own = owner[name] as Operation;
  owner[name] = change(own);
  return () => {
    owner[name] = own;
  };
}

function searched(length: number, place: number, part: number, from: number): number {
  return (place < 0 ? length : place + part) - from;
}
