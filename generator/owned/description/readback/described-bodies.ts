// The content of a response → what its bodies may look like: the alternatives of its schema, and its examples.
import { isObject, type Json, type JsonObject, listOf } from "../../../text/json/value.ts";
import type { Resolve } from "./described-responses.ts";

export interface Bodies {
  readonly mediaType: string;
  /** Each an object schema with all of its members in place. */
  readonly alternatives: readonly JsonObject[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly summary?: string;
  readonly value: JsonObject;
}

export function bodiesOf(response: JsonObject, resolve: Resolve): Bodies | undefined {
  const content = isObject(response["content"]) ? response["content"] : {};
  const mediaType = Object.keys(content).find((type) => /[/+]json\b/.test(type)) ?? undefined;
  const media = mediaType === undefined ? undefined : resolve(content[mediaType]);
  if (mediaType === undefined || !isObject(media)) return undefined;
  const alternatives = alternativesOf(media["schema"], resolve);
  const schemaExamples = alternatives.flatMap((schema) => [schema["example"], ...listOf(schema["examples"])]);
  const named = Object.values(isObject(media["examples"]) ? media["examples"] : {}).map(resolve);
  const examples = [
    ...named.flatMap((example) => (isObject(example) ? toExample(example["value"], example["summary"]) : [])),
    ...[media["example"], ...schemaExamples].flatMap((value) => toExample(value, undefined)),
  ];
  return { mediaType: mediaType.split(";")[0]?.trim() ?? mediaType, alternatives, examples };
}

function toExample(value: Json | undefined, summary: Json | undefined): readonly Example[] {
  if (!isObject(value)) return [];
  return [{ value, ...(typeof summary === "string" ? { summary } : {}) }];
}

const MOST_ALTERNATIVES = 2_000;

/** oneOf and anyOf are alternatives, each with what stands beside them; allOf is all at once. A schema in itself adds nothing. */
export function alternativesOf(
  schema: Json | undefined,
  resolve: Resolve,
  way: readonly JsonObject[] = [],
): readonly JsonObject[] {
  const plain = resolve(schema);
  if (!isObject(plain) || way.includes(plain) || way.length > DEEPEST) return [];
  const { oneOf, anyOf, allOf, ...own } = plain;
  const inner = [...way, plain];
  let made: readonly JsonObject[] = [own];
  for (const part of listOf(allOf)) made = cross(made, alternativesOf(part, resolve, inner));
  for (const choice of [oneOf, anyOf]) {
    const options = listOf(choice).flatMap((option) => alternativesOf(option, resolve, inner));
    made = cross(made, options);
  }
  return made;
}

const DEEPEST = 12;

function cross(bases: readonly JsonObject[], options: readonly JsonObject[]): readonly JsonObject[] {
  if (options.length === 0 || bases.length * options.length > MOST_ALTERNATIVES) return bases;
  return bases.flatMap((base) => options.map((option) => join(base, option)));
}

/** What a part says of itself is more than what the whole says of all. */
function join(base: JsonObject, option: JsonObject): JsonObject {
  const properties: Record<string, Json> = { ...(isObject(base["properties"]) ? base["properties"] : {}) };
  for (const [name, schema] of Object.entries(isObject(option["properties"]) ? option["properties"] : {})) {
    const known = properties[name];
    properties[name] = isObject(known) && isObject(schema) ? { ...known, ...schema } : schema;
  }
  const required = [...new Set([...listOf(base["required"]), ...listOf(option["required"])])];
  return { ...base, ...option, properties, ...(required.length === 0 ? {} : { required }) };
}

/** The schemas of a member at a pointer: several where a part of the way has alternatives. */
export function membersAt(schema: JsonObject, pointer: readonly string[], resolve: Resolve): readonly JsonObject[] {
  let found: readonly JsonObject[] = [schema];
  for (const name of pointer) {
    found = found.flatMap((one) => {
      const properties = isObject(one["properties"]) ? one["properties"] : {};
      return Object.hasOwn(properties, name) ? alternativesOf(properties[name], resolve) : [];
    });
  }
  return found;
}

export function valueAt(value: Json, pointer: readonly string[]): Json | undefined {
  return pointer.reduce<Json | undefined>(
    (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}
