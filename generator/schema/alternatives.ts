// Alternatives that differ in the value of a single member become one schema, which allows the values of all of them.
import { isObject, type Json, type JsonObject, type JsonSchema, objectOf, recordOf } from "../text/json/value.ts";
import { distinct } from "./keywords.ts";

/** Allows exactly the values that one of the schemas allows. */
export function fewestAlternatives(schemas: readonly JsonObject[]): readonly JsonObject[] {
  const kept: JsonObject[] = [];
  for (const schema of schemas) {
    const found = kept.map((each) => merged(each, schema));
    const at = found.findIndex((both) => both !== undefined);
    const both = found[at];
    if (isObject(both)) kept[at] = both;
    else kept.push(schema);
  }
  return kept;
}

/** Undefined where the schemas differ in more than the value of one member. */
function merged(one: JsonSchema, other: JsonSchema): JsonSchema | undefined {
  if (isSame(one, other)) return one;
  if (!isObject(one) || !isObject(other)) return undefined;
  const [values, otherValues] = [valuesOf(one), valuesOf(other)];
  if (values !== undefined && otherValues !== undefined) return { enum: distinct([...values, ...otherValues]) };
  const { properties, ...rest } = one;
  const { properties: otherProperties, ...otherRest } = other;
  if (!isSame(rest, otherRest)) return undefined;
  const members = mergedMembers(objectOf(properties), objectOf(otherProperties));
  return members === undefined ? undefined : { ...one, properties: members };
}

function mergedMembers(one: JsonObject, other: JsonObject): JsonObject | undefined {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const [name, ...others] = [...names].filter((each) => !isSame(one[each], other[each]));
  if (name === undefined || others.length > 0) return undefined;
  const both = merged((one[name] ?? true) as JsonSchema, (other[name] ?? true) as JsonSchema);
  return both === undefined ? undefined : recordOf<Json>([...Object.entries(one), [name, both]]);
}

/** The values of a schema that says nothing but which values it allows. */
function valuesOf({ const: value, enum: values, ...rest }: JsonObject): readonly Json[] | undefined {
  if (Object.keys(rest).length > 0) return undefined;
  if (value !== undefined) return values === undefined ? [value] : undefined;
  return Array.isArray(values) ? (values as readonly Json[]) : undefined;
}

/** Schemas that are made alike have their keywords in the same order. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
