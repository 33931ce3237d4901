// The types that a value may have in two versions become the sort of their difference. Their order does not count.

export type TypeStep = "widened" | "narrowed" | "changed";

/** Undefined where both have the same types. */
export function typeStep(old: readonly string[], after: readonly string[]): TypeStep | undefined {
  const isGained = after.some((type) => !old.includes(type));
  const isLost = old.some((type) => !after.includes(type));
  if (isGained && isLost) return "changed";
  if (isGained) return "widened";
  return isLost ? "narrowed" : undefined;
}
