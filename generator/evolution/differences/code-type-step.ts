// The types of codes in two versions become the sort of their difference, by the codes that both have.
import { typeKeyword } from "../../model/wire-code.ts";
import type { Comparison } from "../pairs/comparison.ts";
import { type TypeStep, typeStep } from "./type-sets.ts";

export interface CodeTypes {
  readonly step: TypeStep;
  /** As the table spells them: "string or integer". */
  readonly old: string;
  readonly new: string;
}

/** Undefined where codes have the same types. Where a code that both have is a text in one and an integer in the other, programs know none of them any more. */
export function codeTypes({ old, new: after, errors }: Comparison): CodeTypes | undefined {
  const [before, now] = [[typeKeyword(old.body.code)].flat(), [typeKeyword(after.body.code)].flat()];
  const step = typeStep(before, now);
  if (step === undefined) return undefined;
  const isOther = errors.some((pair) => !pair.isRenamed && typeof pair.old.wireCode !== typeof pair.new.wireCode);
  return { step: isOther ? "changed" : step, old: before.join(" or "), new: now.join(" or ") };
}
