// A "-" in the place of a constant stands for some item of a list. It becomes the number of the item that tells the most.
import { memberAt } from "./body-members.ts";
import type { CaseFacts, CasesOfCode } from "./cases.ts";

export type PlacedConstant = readonly [place: readonly string[], value: unknown];

/** The cases of a code with the places that their constants have in this body. */
export function casesIn(cases: CasesOfCode, body: unknown): CasesOfCode {
  const found: Record<string, CaseFacts> = {};
  for (const [name, facts] of Object.entries(cases)) {
    const constants = placesIn(facts.constants ?? [], body);
    found[name] = Object.assign({}, facts, { constants });
  }
  return found;
}

/** The constants of one list stand in one of its items. */
export function placesIn(constants: readonly PlacedConstant[], body: unknown): readonly PlacedConstant[] {
  return constants.map(([place, value]): PlacedConstant => {
    const dash = place.indexOf("-", 1);
    if (dash < 0) return [place, value];
    const list = place.slice(0, dash + 1);
    const inItem = constants
      .filter(([other]) => list.every((name, index) => other[index] === name))
      .map(([other, wanted]): PlacedConstant => [other.slice(dash + 1), wanted]);
    const item = itemWith(inItem, memberAt(body, list.slice(0, -1)));
    return [[...list.slice(0, -1), String(item), ...place.slice(dash + 1)], value];
  });
}

/** The first item with all of the values, or else the first one with any of these members. */
function itemWith(constants: readonly PlacedConstant[], list: unknown): number {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const same = items.findIndex((item) => constants.every(([place, value]) => memberAt(item, place) === value));
  if (same >= 0) return same;
  const other = items.findIndex((item) => constants.some(([place]) => memberAt(item, place) !== undefined));
  return Math.max(other, 0);
}
