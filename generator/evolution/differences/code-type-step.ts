// The types of codes in two versions become the sort of their difference, by the codes that both have.
import { typeKeyword } from "../../model/wire-code.ts";
import type { Comparison } from "../pairs/comparison.ts";
import { type TypesChange, typesChange } from "./type-sets.ts";

/** Undefined where codes have the same types. Where a code that both have is a text in one and an integer in the other, programs know none of them any more. */
export function codeTypes({ old, new: after, errors }: Comparison): TypesChange | undefined {
  const change = typesChange([typeKeyword(old.body.code)].flat(), [typeKeyword(after.body.code)].flat());
  const isOther = errors.some((pair) => !pair.isRenamed && typeof pair.old.wireCode !== typeof pair.new.wireCode);
  return change && isOther ? { ...change, step: "changed" } : change;
}
