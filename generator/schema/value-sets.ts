// Several schemas become the set of values that fit all of them: their types, a list where there are few, and whether there are none.
import { entriesOf, isObject, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { canonical, fits } from "./conforms.ts";
import { ALL_TYPES, hasType, type SchemaType, typesOf } from "./keywords.ts";

/** The types that all of the schemas allow. */
export function possibleTypes(schemas: readonly JsonObject[]): readonly SchemaType[] {
  let types: readonly SchemaType[] = ALL_TYPES;
  for (const schema of schemas) types = typesOf(schema, types);
  for (const schema of schemas) {
    const values = listedValues(schema);
    if (values !== undefined) types = types.filter((type) => values.some((value) => hasType(value, type)));
  }
  return types;
}

/** All values that fit every one of the schemas; undefined where they are not listed. */
export function finiteValues(
  schemas: readonly JsonObject[],
  types: readonly SchemaType[],
): readonly Json[] | undefined {
  const lists = schemas.flatMap((schema) => {
    const values = listedValues(schema);
    return values === undefined ? [] : [values];
  });
  const isSmall = types.every((type) => type === "boolean" || type === "null");
  const [first = isSmall ? [true, false, null] : undefined] = lists;
  return first?.filter((value) => schemas.every((schema) => fits(schema, value)));
}

function listedValues(schema: JsonObject): readonly Json[] | undefined {
  if (schema["const"] !== undefined) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? listOf(schema["enum"]) : undefined;
}

/** Whether no value fits both: true only where it is proven. */
export function areDisjoint(one: JsonSchema, other: JsonSchema): boolean {
  if (!isObject(one) || !isObject(other)) return one === false || other === false;
  const types = possibleTypes([one, other]);
  if (types.length === 0) return true;
  const values = finiteValues([one, other], types);
  if (values !== undefined) return values.length === 0;
  if (types.some((type) => type !== "object")) return false;
  return entriesOf<JsonSchema>(one["properties"]).some(([name, schema]) => {
    const [, same] = entriesOf<JsonSchema>(other["properties"]).find(([each]) => each === name) ?? [];
    const isRequired = [one, other].some((each) => listOf(each["required"]).includes(name));
    return same !== undefined && isRequired && areDisjoint(schema, same);
  });
}

/** The same values, in any order of members. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonical(one) === canonical(other);
}
