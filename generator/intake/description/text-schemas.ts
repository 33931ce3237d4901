// Tells the schemas of texts, of lists and maps of texts, and of integers from all others.
import type { MessageType } from "../../model/body-model.ts";
import { entriesOf, isObject, type JsonObject, listOf } from "../../text/json/value.ts";
import { alternativesOf, itemsOf } from "./described-bodies.ts";
import type { Resolve } from "./reference-resolver.ts";

/** A list or a map of texts; undefined for all other schemas. */
export function textType(schema: JsonObject, resolve: Resolve): MessageType | undefined {
  const hasTexts = (list: JsonObject): boolean => areAll(itemsOf(list, resolve), isText);
  if (hasTexts(schema)) return "array";
  const others = schema["additionalProperties"];
  const members = [others, ...entriesOf(schema["properties"]).map(([, member]) => member)].filter(isObject);
  const isOfTexts = (member: JsonObject): boolean =>
    areAll(alternativesOf(member, resolve), (one) => isText(one) || hasTexts(one));
  return isObject(others) && members.every(isOfTexts) ? "object" : undefined;
}

function areAll(schemas: readonly JsonObject[], test: (schema: JsonObject) => boolean): boolean {
  return schemas.length > 0 && schemas.every(test);
}

export function isText({ type, enum: values, const: value }: JsonObject): boolean {
  return (
    type === "string" ||
    listOf(type).includes("string") ||
    typeof value === "string" ||
    listOf(values).some((one) => typeof one === "string")
  );
}

export function isScalar(schema: JsonObject): boolean {
  const { type, const: value, enum: values } = schema;
  return (
    isText(schema) ||
    [type, ...listOf(type)].some((one) => one === "integer" || one === "number") ||
    typeof value === "number" ||
    listOf(values).some((one) => typeof one === "number")
  );
}
