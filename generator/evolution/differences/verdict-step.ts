// The verdicts of a message in two versions become a step up or down.
import type { CasePair } from "../pairs/comparison.ts";

/** Undefined where a message comes or goes, or has no params to read. */
export function verdictStep({ old, new: after }: CasePair): "worse" | "better" | undefined {
  if (old.template === undefined || after.template === undefined) return undefined;
  if (old.params.length === 0 || after.params.length === 0) return undefined;
  const [before, now] = [RANKS[old.template.verdict], RANKS[after.template.verdict]];
  return before === now ? undefined : before > now ? "worse" : "better";
}

const RANKS = { exact: 2, separable: 1, opaque: 0 } as const;
