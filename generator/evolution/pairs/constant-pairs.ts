// The constants of a case in two versions become pairs by their place, without those of members that come or go as a whole.
import type { BodyModel } from "../../model/body-model.ts";
import { itemPlace } from "../../model/item-place.ts";
import { type Path, pointerText } from "../../text/json/pointer.ts";
import type { Json } from "../../text/json/value.ts";
import type { CasePair, Comparison } from "./comparison.ts";

export interface ConstantPair {
  readonly at: Path;
  readonly old?: Json;
  readonly new?: Json;
}

export function constantPairs(
  { old, new: after }: CasePair,
  comparison: Pick<Comparison, "old" | "new">,
): readonly ConstantPair[] {
  if (old.constants.length === 0 && after.constants.length === 0) return [];
  const before = new Map(old.constants.map((constant) => [pointerText(constant.at), constant]));
  const now = new Map(after.constants.map((constant) => [pointerText(constant.at), constant]));
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((key) => {
      const [one, same] = [before.get(key), now.get(key)];
      return {
        at: one?.at ?? same?.at ?? [],
        ...(one === undefined ? {} : { old: one.value }),
        ...(same === undefined ? {} : { new: same.value }),
      };
    })
    .filter(({ at }) => hasMember(comparison.old.body, at) && hasMember(comparison.new.body, at));
}

/** A constant in an item of a list comes and goes with the list. */
function hasMember({ members }: BodyModel, at: Path): boolean {
  const pointer = pointerText(itemPlace(at).list ?? at);
  return members.some((member) => pointerText(member.at) === pointer);
}
