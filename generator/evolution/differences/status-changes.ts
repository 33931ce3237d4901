// The statuses of a case in two versions become one difference: of several sorts only the gravest.
import type { CasePair, Comparison } from "../pairs/comparison.ts";

export type StatusChange = "class" | "changed" | "removed" | "added" | "stated" | "withdrawn";

export function* casesWith(wanted: StatusChange, { cases }: Comparison): Iterable<CasePair> {
  for (const pair of cases) if (statusChange(pair) === wanted) yield pair;
}

function statusChange({ old: { statuses: before }, new: { statuses: now } }: CasePair): StatusChange | undefined {
  const lost = before.filter((status) => !now.includes(status));
  const gained = now.filter((status) => !before.includes(status));
  if (lost.length === 0 && gained.length === 0) return undefined;
  if (before.length === 0) return "stated";
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
