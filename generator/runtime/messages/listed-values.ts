// A "-" in the place of a value stands for some item of a list. The values become the list that has such an item.
import { bodyWith, type PlacedValue } from "./bodies.ts";

/** The values of one list stand in one item: one of the given items, or else one more. */
export function listedValues(members: object | undefined, values: readonly PlacedValue[]): readonly PlacedValue[] {
  const lists = new Map<string, PlacedValue[]>();
  const all: PlacedValue[] = [];
  for (const [place, value] of values) {
    const dash = place.indexOf("-", 1);
    if (dash < 0) all.push([place, value]);
    else {
      const key = JSON.stringify(place.slice(0, dash));
      lists.set(key, [...(lists.get(key) || []), [place.slice(dash + 1), value]]);
    }
  }
  for (const [key, inItem] of lists) {
    const list = JSON.parse(key) as PlacedValue[0];
    const given = givenAt(members, list);
    const items: readonly unknown[] = Array.isArray(given) ? given : [];
    const hasValues = (item: unknown): boolean => inItem.every(([place, value]) => givenAt(item, place) === value);
    if (!items.some(hasValues)) all.push([list, [...items, bodyWith({}, inItem)]]);
  }
  return all;
}

function givenAt(value: unknown, place: PlacedValue[0]): unknown {
  let member = value;
  for (const name of place) {
    const isHolder = typeof member === "object" && member !== null && name.hasOwnProperty.call(member, name);
    member = isHolder ? (member as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return member;
}
