// The code that is the same for all tables, with functions that few tables need in place of others.
import type { RuntimeDeclaration } from "./printer/module.ts";

/** Declarations whose names the engine does not have stand at its end. */
export function withReplaced(
  engine: readonly RuntimeDeclaration[],
  others: readonly RuntimeDeclaration[],
): readonly RuntimeDeclaration[] {
  const byName = new Map(others.filter(({ name }) => name !== "").map((one) => [one.name, one]));
  const known = new Set(engine.map(({ name }) => name));
  return [
    ...engine.map((one) => byName.get(one.name) ?? one),
    ...others.filter(({ name }) => name === "" || !known.has(name)),
  ];
}
