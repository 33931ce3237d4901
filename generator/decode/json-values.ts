// The value at a place in JSON, and the texts that values are.

export function textsAt(object: unknown, tokens: readonly string[]): readonly string[] {
  return textsOf(valueAt(object, tokens));
}

export function valueAt(object: unknown, tokens: readonly string[]): unknown {
  let found = object;
  for (const token of tokens)
    found = found && typeof found === "object" ? Object.getOwnPropertyDescriptor(found, token)?.value : undefined;
  return found;
}

export function textsOf(value: unknown): readonly string[] {
  return typeof value === "number" || (value && typeof value === "string") ? [String(value)] : [];
}
