// Values at places of a body become one object.

import { groupBy } from "../diagnostic/group-by.ts";
import { valueAt } from "../text/json/pointer.ts";
import { isList, isObject, type Json, type JsonObject, recordOf } from "../text/json/value.ts";
import { itemPlace } from "./item-place.ts";

export interface PlacedValue {
  /** At least one token. */
  readonly at: readonly string[];
  readonly value: Json;
}

export function placedValues(values: readonly PlacedValue[]): JsonObject {
  return values.reduce<JsonObject>((all, { at, value }) => {
    const nested = at.reduceRight<Json>((inner, name) => recordOf([[name, inner]]), value);
    return mergedValue(all, nested as JsonObject);
  }, recordOf<Json>([]));
}

/** One object with the members of both, also inside of objects that both have. */
export function mergedValue(one: JsonObject, other: JsonObject): JsonObject {
  const merged = recordOf(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? mergedValue(before, value) : value;
  }
  return merged;
}

/**
 * The body with the values whose places go through a list. They stand in one item: one that has them already, or else one
 * more. A list that is made up has this item alone, with what `madeUp` adds to it.
 */
export function withListed(body: JsonObject, values: readonly PlacedValue[], madeUp?: ItemMaker): JsonObject {
  const listed = values.flatMap(({ at, value }) => {
    const { list, inner } = itemPlace(at);
    return list === undefined ? [] : [{ list, at: inner, value }];
  });
  return [...groupBy(listed, ({ list }) => JSON.stringify(list))].reduce((all, [, inItem]) => {
    const list = inItem[0]?.list ?? [];
    const found = valueAt(all, list);
    const items: readonly Json[] = isList(found) ? found : [];
    if (items.some((item) => inItem.every(({ at, value }) => valueAt(item, at) === value))) return all;
    const [whole] = inItem.filter(({ at }) => at.length === 0);
    const item = placedValues(inItem.filter(({ at }) => at.length > 0));
    const made = madeUp === undefined ? item : madeUp(list, item);
    const value = whole === undefined ? made : whole.value;
    return mergedValue(all, placedValues([{ at: list, value: madeUp === undefined ? [...items, value] : [value] }]));
  }, body);
}

/** An item of a list with all that it needs. */
export type ItemMaker = (list: readonly string[], item: JsonObject) => Json;
