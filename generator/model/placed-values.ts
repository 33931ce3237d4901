// Values at places of a body become the body.

import { groupBy } from "../diagnostic/group-by.ts";
import { isPosition, type Path, valueAt } from "../text/json/pointer.ts";
import { isList, isObject, type Json, recordOf } from "../text/json/value.ts";
import { itemPlace } from "./item-place.ts";

export interface PlacedValue {
  /** At least one token. */
  readonly at: Path;
  readonly value: Json;
}

export function placedValues(values: readonly PlacedValue[]): Json {
  return values.reduce<Json>(withPlaced, recordOf<Json>([]));
}

/** The body with a value at a place: objects and lists on the way there keep their other members. */
export function withPlaced(holder: Json, { at: [token, ...inner], value }: PlacedValue): Json {
  if (token === undefined) return mergedValue(holder, value);
  if (!isPosition(token)) {
    const before = isObject(holder) ? holder[token] : undefined;
    return mergedValue(holder, recordOf([[token, withPlaced(before ?? null, { at: inner, value })]]));
  }
  const items = isList(holder) ? holder : [];
  // A position that no value has holds null.
  return Array.from({ length: Math.max(items.length, token + 1) }, (_, position) => {
    const before = items[position] ?? null;
    return position === token ? withPlaced(before, { at: inner, value }) : before;
  });
}

/** One object with the members of both, also inside of objects that both have. */
export function mergedValue(one: Json, other: Json): Json {
  if (!isObject(one) || !isObject(other)) return other;
  const merged = recordOf(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const before = merged[name];
    merged[name] = before === undefined ? value : mergedValue(before, value);
  }
  return merged;
}

/**
 * The body with the values whose places go through a list. They stand in one item: one that has them already, or else one that
 * `listOf` adds. Undefined where that makes no list.
 */
export function withListed(
  body: Json,
  values: readonly PlacedValue[],
  listOf: ListMaker = ({ items, item }) => [...items, item],
): Json | undefined {
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
    whole = withPlaced(whole, { at, value });
  }
  return whole;
}

interface ListParts {
  /** The place of the list. */
  readonly at: Path;
  readonly items: readonly Json[];
  readonly item: Json;
  /** Whether the item is a constant itself, and not an object that has constants. */
  readonly isConstant: boolean;
}

export type ListMaker = (parts: ListParts) => readonly Json[] | undefined;
