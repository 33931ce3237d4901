// Values at places of a body become one object.
import { isObject, type Json, type JsonObject, recordOf } from "../text/json/value.ts";

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
