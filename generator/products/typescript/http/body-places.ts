// The layout of bodies becomes the places that the engine of responses reads, even where a body does not fit the table.

import { isXmlType } from "../../../model/media-type.ts";
import { heldParts } from "../../../schema/members.ts";
import { type Path, tokenNames } from "../../../text/json/pointer.ts";
import { isObject, type JsonObject, type JsonSchema, listOf } from "../../../text/json/value.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { Plan } from "../product-plan.ts";

/** The table's own spelling comes first, as it does for readers. */
export function bodyPlaces({ model, errors, common }: Plan): Data {
  const { body } = model;
  const { code, message, aliases, list, retryAfter } = body;
  const requestId = requestIdPlace({ model });
  const codes = [code.at, ...aliases.map((alias) => alias.code)].map(tokenNames);
  const messages = [
    ...(message === undefined ? [] : [message.at]),
    ...aliases.flatMap((alias) => (alias.message === undefined ? [] : [alias.message])),
  ].map(tokenNames);
  return {
    code: codes,
    message: messages,
    required: [
      ...(code.isOptional ? [] : [codes]),
      ...(message === undefined || message.isOptional ? [] : [messages]),
      ...requiredPlaces(common).map((place) => [place]),
    ],
    requiredOf: errors.flatMap(({ wireCode, own }): readonly Data[] => {
      const places = own === undefined ? [] : requiredPlaces(own);
      return places.length === 0 ? [] : [[wireCode, ...places]];
    }),
    isInteger: code.type === "integer" ? true : undefined,
    integers: isXml({ model }) && code.type !== "string" ? codes : undefined,
    scalars: isXml({ model }) ? scalarPlaces(common, ...errors.map(({ own }) => own)) : undefined,
    success: code.success.length === 0 ? undefined : code.success,
    header: code.header,
    prefix: code.header === undefined || code.prefix === "" ? undefined : code.prefix,
    list: list && tokenNames(list.at),
    requestId: requestId && tokenNames(requestId),
    retryAfter: retryAfter && [tokenNames(retryAfter.at), { s: 1000, ms: 1 }[retryAfter.unit]],
  };
}

/** Whether bodies may be XML. */
export function isXml({ model }: Pick<Plan, "model">): boolean {
  return isXmlType(model.body.mediaType);
}

/** The place in the table, or else the member that is named like the id of a request. */
export function requestIdPlace({ model }: Pick<Plan, "model">): Path | undefined {
  const { requestId, members, list } = model.body;
  const plain = (name: string | number = ""): string =>
    String(name)
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  const all = [...members, ...(list?.members ?? [])];
  return requestId ?? all.find(({ at }) => plain(at.at(-1)).endsWith("requestid"))?.at;
}

/** The members of all these schemas that are numbers, true or false, and never texts. */
function scalarPlaces(...schemas: readonly (JsonObject | undefined)[]): Data {
  const places = schemas.flatMap((schema) => (schema === undefined ? [] : scalarsIn(schema)));
  const distinct = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  return distinct.length === 0 ? undefined : distinct;
}

function scalarsIn(schema: JsonObject): readonly (readonly string[])[] {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const inside = Object.entries(properties).flatMap(([name, inner]): readonly (readonly string[])[] => {
    if (!isObject(inner)) return [];
    const types = Array.isArray(inner["type"]) ? inner["type"] : [inner["type"]];
    const isScalar = types.every((type) => SCALARS.has(String(type)));
    return isScalar ? [[name]] : scalarsIn(inner).map((place) => [name, ...place]);
  });
  return [...inside, ...listOf<JsonObject>(schema["anyOf"]).filter(isObject).flatMap(scalarsIn)];
}

const SCALARS: ReadonlySet<string> = new Set(["integer", "number", "boolean"]);

/** The innermost members that a schema requires. */
function requiredPlaces(schema: JsonObject): readonly (readonly string[])[] {
  const parts = heldParts(schema).filter(({ required }) => required);
  return parts.flatMap(({ token, schema: inner }): readonly (readonly string[])[] => {
    const below = isObject(inner) ? requiredPlaces(inner) : [];
    return below.length === 0 ? [[String(token)]] : below.map((place) => [String(token), ...place]);
  });
}
