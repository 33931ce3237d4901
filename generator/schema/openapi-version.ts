// A Schema Object becomes one of a version: null and tuples are spelled as it has them.
import { isList, isObject, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { type OpenapiVersion, spellNull } from "./openapi-null.ts";
import { alternatives } from "./openapi-schema.ts";
import { mapSchemas } from "./walk.ts";

export function spellVersion(schema: JsonObject, version: OpenapiVersion): JsonObject {
  return spellNull(spellTuples(schema, version), version);
}

/**
 * Only 3.1 has tuples; in other versions every item may be as the schema of any position says. For the items after a closed tuple,
 * 3.1 gets the same schema: `maxItems` allows no such item, and linters do not read `items: false`.
 */
function spellTuples(schema: JsonObject, version: OpenapiVersion): JsonObject {
  const { items, additionalItems = true } = schema;
  const spelled = mapSchemas(schema, (inner) => (isObject(inner) ? spellTuples(inner, version) : inner));
  if (!isList(items)) return spelled;
  const listed = listOf<JsonSchema>(spelled["items"]).map(asObject);
  const rest = asObject(
    isObject(additionalItems) ? (spelled["additionalItems"] as JsonObject) : (additionalItems as boolean),
  );
  const isOpen = additionalItems !== false;
  const any = alternatives(isOpen ? [...listed, rest] : listed);
  const more = isOpen ? (Object.keys(rest).length === 0 ? ANY_ITEMS : rest) : any;
  const members = version === "3.1" ? { prefixItems: listed, items: more } : { items: any };
  return Object.fromEntries(
    Object.entries(spelled).flatMap(([keyword, value]) => {
      if (keyword === "items") return Object.entries(members);
      return keyword === "additionalItems" ? [] : [[keyword, value]];
    }),
  );
}

/** hey-api takes `items: {}` after the positions of a tuple for one more position, and reads these as they are meant. */
const ANY_ITEMS: JsonObject = { anyOf: [{}, { type: "null" }] };

function asObject(schema: JsonSchema): JsonObject {
  return isObject(schema) ? schema : schema ? {} : { not: {} };
}
