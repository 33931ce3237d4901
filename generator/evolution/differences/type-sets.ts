// The types that a value may have in two versions become the sort of their difference. Their order does not count.

export interface TypesChange {
  readonly step: "widened" | "narrowed" | "changed";
  /** As sentences name them: "string or integer". */
  readonly old: string;
  readonly new: string;
}

/** Undefined where both have the same types. */
export function typesChange(old: readonly string[], after: readonly string[]): TypesChange | undefined {
  const isGained = after.some((type) => !old.includes(type));
  const isLost = old.some((type) => !after.includes(type));
  if (!isGained && !isLost) return undefined;
  const step = isGained && isLost ? "changed" : isGained ? "widened" : "narrowed";
  return { step, old: old.join(" or "), new: after.join(" or ") };
}
