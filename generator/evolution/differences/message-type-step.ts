// The types of the message in two versions become the sort of their difference, where it stands at the same place.
import { pointerText } from "../../text/json/pointer.ts";
import type { Comparison } from "../pairs/comparison.ts";
import { type TypesChange, typesChange } from "./type-sets.ts";

/** Undefined where messages have the same types, or stand in other places, which a rule of its own tells. */
export function messageTypes({ old, new: after }: Pick<Comparison, "old" | "new">): TypesChange | undefined {
  const [before, now] = [old.body.message, after.body.message];
  if (before === undefined || now === undefined || pointerText(before.at) !== pointerText(now.at)) return undefined;
  return typesChange(before.types, now.types);
}
