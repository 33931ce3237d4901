// The message of a case in two versions becomes one difference: its words, the order of its values, its coming or going.
import { memoize } from "../../diagnostic/memoize.ts";
import type { CasePair } from "../pairs/comparison.ts";
import { isSameShape, isSwapped, messageShape } from "../pairs/message-shape.ts";
import { paramPairs } from "../pairs/param-pairs.ts";

export type MessageChange = "dropped" | "stated" | "swapped" | "worded";

/** Whether params come, go or change their type, which no message does without other words. */
export function hasOtherParams(pair: CasePair): boolean {
  const { pairs, removed, added } = paramPairs(pair);
  return removed.length + added.length > 0 || pairs.some(({ old, new: after }) => old.type !== after.type);
}

/** Another name of a param is no other message. */
export const messageChange = memoize((pair: CasePair): MessageChange | undefined => {
  const { old, new: after } = pair;
  if (old.template === undefined || after.template === undefined) {
    if (old.template === after.template) return undefined;
    return old.template === undefined ? "stated" : "dropped";
  }
  if (old.template.text === after.template.text && old.params === after.params) return undefined;
  const before = messageShape(old.template, old.params, paramPairs(pair).renamed);
  const now = messageShape(after.template, after.params);
  if (isSameShape(before, now)) return undefined;
  return isSwapped(before, now) ? "swapped" : "worded";
});
