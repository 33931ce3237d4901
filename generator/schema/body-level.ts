// The schema of an error's own members becomes one for the whole body, in which they stand beside the common members.
import {
  entriesOf,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
  recordOf,
} from "../text/json/value.ts";
import { COMBINATIONS, isInPlace, isNote } from "./keywords.ts";
import { innerSchemas } from "./walk.ts";

/**
 * The schema of an error's details without the keywords that limit the object as a whole: the number of its members, and
 * the members that the schema does not name. The body has members of its own, and a newer server may send more; neither
 * is a reason to refuse it.
 */
export function bodyLevelDetails(details: JsonObject): JsonObject {
  return Object.fromEntries(entriesOf(relax(details)).filter(([keyword]) => !isNote(keyword)));
}

/** Whether bodies may hold members that the details allow without naming them. */
export function allowsUnnamed(details: JsonObject): boolean {
  const { additionalProperties } = details;
  if (additionalProperties !== undefined) return additionalProperties !== false;
  return ["patternProperties", "if", "dependencies"].some((keyword) => Object.hasOwn(details, keyword));
}

const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  ...["additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties", "enum", "const"],
]);

function relax(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean" || isExact(schema)) return schema;
  const kept: [string, Json][] = [];
  const parts: Json[] = [];
  const conditions = innerSchemas(schema).filter(
    ({ path: [keyword] }) => isInPlace(keyword) && !COMBINATIONS.includes(keyword),
  );
  const conditionsHold = conditions.every((condition) => isExact(condition.schema));
  for (const [keyword, value] of Object.entries(schema)) {
    const branches = COMBINATIONS.includes(keyword) ? listOf<JsonSchema>(value) : [];
    if (keyword === "const") parts.push(membersOf([value]));
    else if (keyword === "enum") parts.push(membersOf(listOf(value)));
    else if (keyword === "allOf") parts.push(...branches.map(relax));
    // Relaxed alternatives may overlap, so it is enough that one of them matches.
    else if (COMBINATIONS.includes(keyword))
      parts.push({ [branches.every(isExact) ? keyword : "anyOf"]: branches.map(relax) });
    // To relax a part of a condition could make the whole stricter, so all conditions go.
    else if (!OF_THE_WHOLE.has(keyword) && (conditionsHold || !isInPlace(keyword))) kept.push([keyword, value]);
  }
  return Object.fromEntries(parts.length === 0 ? kept : [...kept, ["allOf", parts]]);
}

/** The values that the details may have become members that the body has at least. */
function membersOf(values: readonly Json[]): JsonSchema {
  const [first, ...others] = values.filter(isObject).map((value) => ({
    type: "object",
    required: Object.keys(value),
    properties: recordOf(Object.entries(value).map(([name, member]) => [name, { const: member }])),
  }));
  if (first === undefined) return false;
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** Whether nothing in the schema has to be relaxed. */
function isExact(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return true;
  if (Object.keys(schema).some((keyword) => OF_THE_WHOLE.has(keyword))) return false;
  return innerSchemas(schema).every((inner) => !isInPlace(inner.path[0]) || isExact(inner.schema));
}
