// The codes that a table has more than before, without retired ones that come back.
import type { Comparison } from "./comparison.ts";

export function newCodes({ old, added }: Comparison): readonly string[] {
  const retired = new Set(old.retired.map(({ code }) => code));
  return added.flatMap(({ code }) => (retired.has(code) ? [] : [code]));
}
