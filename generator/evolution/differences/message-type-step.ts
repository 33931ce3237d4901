// The types of the message in two versions become the sort of their difference, where it stands at the same place.
import { pointerText } from "../../text/json/pointer.ts";
import type { Comparison } from "../pairs/comparison.ts";
import { type TypeStep, typeStep } from "./type-sets.ts";

export interface MessageTypes {
  readonly step: TypeStep;
  /** "string or array". */
  readonly old: string;
  readonly new: string;
}

/** Undefined where messages have the same types, or stand in other places, which a rule of its own tells. */
export function messageTypes({ old, new: after }: Pick<Comparison, "old" | "new">): MessageTypes | undefined {
  const [before, now] = [old.body.message, after.body.message];
  if (before === undefined || now === undefined || pointerText(before.at) !== pointerText(now.at)) return undefined;
  const step = typeStep(before.types, now.types);
  return step === undefined ? undefined : { step, old: before.types.join(" or "), new: now.types.join(" or ") };
}
