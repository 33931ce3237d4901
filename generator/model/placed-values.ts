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
 * The body with the values whose places go through a list. They stand in one item: one that has them already, or else one that
 * `listOf` adds. Undefined where that makes no list.
 */
export function withListed(
  body: JsonObject,
  values: readonly PlacedValue[],
  listOf: ListMaker = ({ items, item }) => [...items, item],
): JsonObject | undefined {
  const listed = values.flatMap(({ at, value }) => {
    const { list, inner } = itemPlace(at);
    return list === undefined ? [] : [{ list, at: inner, value }];
  });
  let whole = body;
  for (const [, inItem] of groupBy(listed, ({ list }) => JSON.stringify(list))) {
    const at = inItem[0]?.list ?? [];
    const found = valueAt(whole, at);
    const items: readonly Json[] = isList(found) ? found : [];
    if (items.some((item) => inItem.every((one) => valueAt(item, one.at) === one.value))) continue;
    const [constant] = inItem.filter((one) => one.at.length === 0);
    const item = constant === undefined ? placedValues(inItem) : constant.value;
    const value = listOf({ at, items, item, isConstant: constant !== undefined });
    if (value === undefined) return undefined;
    whole = mergedValue(whole, placedValues([{ at, value }]));
  }
  return whole;
}

interface ListParts {
  /** The place of the list. */
  readonly at: readonly string[];
  readonly items: readonly Json[];
  readonly item: Json;
  /** Whether the item is a constant itself, and not an object that has constants. */
  readonly isConstant: boolean;
}

export type ListMaker = (parts: ListParts) => readonly Json[] | undefined;
