// The statuses of a case in two versions become one difference: of several sorts only the gravest.
import type { Scope } from "../change.ts";
import type { CasePair, Comparison } from "../pairs/comparison.ts";

export type StatusChange = "class" | "changed" | "removed" | "added" | "stated" | "withdrawn";

export function* casesWith(wanted: StatusChange, { cases }: Comparison): Iterable<CasePair> {
  for (const pair of cases) if (statusChange(pair) === wanted) yield pair;
}

/**
 * Types and arms know the statuses of codes, not those of their cases: generated code is the same where the other cases of the code
 * have the status before and after. A case that states its status for the first time is the same on the wire.
 */
export function scopeOfStatuses(pair: CasePair): Scope {
  const { lost, gained } = moved(pair);
  const { old: before, new: now } = pair.error;
  const isSame = [...lost, ...gained].every((one) => before.statuses.includes(one) === now.statuses.includes(one));
  if (isSame) return "wire";
  return statusChange(pair) === "added" && pair.old.statuses.length === 0 ? "source" : "both";
}

function moved({ old: { statuses: before }, new: { statuses: now } }: Pick<CasePair, "old" | "new">) {
  return {
    lost: before.filter((status) => !now.includes(status)),
    gained: now.filter((status) => !before.includes(status)),
  };
}

function statusChange(pair: CasePair): StatusChange | undefined {
  const { error, old, new: after } = pair;
  const [before, now] = [old.statuses, after.statuses];
  const { lost, gained } = moved(pair);
  if (lost.length === 0 && gained.length === 0) return undefined;
  if (before.length === 0) {
    const { statuses } = error.old;
    return statuses.length === 0 || gained.every((status) => statuses.includes(status)) ? "stated" : "added";
  }
  if (now.length === 0) return "withdrawn";
  const classes = new Set(before.map(classOf));
  if (lost.length > 0 && now.every((status) => !classes.has(classOf(status)))) return "class";
  if (lost.length > 0 && gained.length > 0) return "changed";
  return lost.length > 0 ? "removed" : "added";
}

/** 4 for client errors, 5 for server errors. */
function classOf(status: number): number {
  return Math.floor(status / 100);
}
