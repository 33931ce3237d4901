// Where a constant that differs is seen: in bodies alone, or in generated types as well.

import { ownSchema } from "../../model/body-schema.ts";
import { itemPlace } from "../../model/item-place.ts";
import { relationOf } from "../../schema/within.ts";
import type { CasePair, Comparison } from "../pairs/comparison.ts";

/** Types do not tell the contents of some item of a list. */
export function isInList(at: readonly string[]): boolean {
  return itemPlace(at).list !== undefined;
}

/** Whether old programs know all bodies of the code: another case of it has them already. */
export function isKnownBody({ error }: CasePair, { old, new: after }: Comparison): boolean {
  const [before, now] = [ownSchema(error.old, old.body), ownSchema(error.new, after.body)];
  const relation = relationOf(before ?? { type: "object" }, now ?? { type: "object" });
  return relation === "equal" || relation === "narrower";
}
