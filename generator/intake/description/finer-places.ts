// The places of finer codes, which say more than the code of their body: in the items of a list, or in an object beside the code.
import { groupBy } from "../../diagnostic/group-by.ts";
import { ITEM } from "../../schema/members.ts";
import { pointerText, valueAt } from "../../text/json/pointer.ts";
import { type Json, listOf } from "../../text/json/value.ts";
import { nameRank } from "../member-names.ts";
import type { Example, Place } from "./described-bodies.ts";
import { type Candidate, placeOf } from "./place-candidates.ts";

/** One per list or object. */
export function finerPlaces(
  code: Candidate,
  message: Place | undefined,
  candidates: readonly Candidate[],
): readonly Place[] {
  if (code.list !== undefined) return [];
  const around = code.steps.slice(0, -1);
  const isFiner = ({ name, list, steps, codes, bodies, types }: Candidate): boolean => {
    const owner = list ?? steps.slice(0, -1);
    const isBelow = list !== undefined || (owner.length > around.length && startsWith(owner, around));
    const isScalar = types.has("string") || steps.length === 0;
    return (
      isBelow &&
      isScalar &&
      rankOf(name) !== undefined &&
      codes.size > 0 &&
      !(message !== undefined && startsWith(owner, message.steps)) &&
      [...bodies].some((body) => code.bodies.has(body))
    );
  };
  const owners = groupBy(candidates.filter(isFiner), ({ list, steps }) => JSON.stringify([list, steps.slice(0, -1)]));
  return [...owners.values()].flatMap((group) => {
    const [best] = group.toSorted((a, b) => (rankOf(a.name) ?? 0) - (rankOf(b.name) ?? 0));
    return best === undefined ? [] : [placeOf(best)];
  });
}

/** The key of a constant with a value at the place. */
export function constantKey({ list, steps }: Place): string {
  return pointerText(list === undefined ? steps : [...list, ITEM, ...steps]);
}

/** The values at the place in an example, with the objects that hold them. */
export function finerAt(body: Example["value"], { list, steps }: Place): readonly { value: Json; owner: Json }[] {
  const owners = list === undefined ? [body] : listOf(valueAt(body as Json, list));
  return owners.flatMap((item) => {
    const value = valueAt(item as Json, steps);
    const owner = valueAt(item as Json, steps.slice(0, -1)) ?? null;
    return typeof value === "string" || typeof value === "number" ? [{ value, owner }] : [];
  });
}

/** Of the names that are codes in some APIs alone, an issue and a reason are one wherever they stand in details. */
function rankOf(name: string): number | undefined {
  const rank = nameRank(name, "code");
  if (rank !== undefined) return rank;
  return /^(?:issue|reason)$/i.test(name) ? LAST : undefined;
}

const LAST = 100;

function startsWith(steps: readonly string[], start: readonly string[]): boolean {
  return start.every((name, index) => steps[index] === name);
}
