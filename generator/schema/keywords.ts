// Which types a draft-07 schema allows and which of its keywords speak of which type.
import type { Json, JsonObject, JsonSchema } from "../text/json/value.ts";

export type SchemaType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** Every JSON value has exactly one of these types; an integer is a number. */
export const ALL_TYPES: readonly SchemaType[] = ["array", "boolean", "null", "number", "object", "string"];

/** The types that the schema allows among those that its context allows; never integer beside number. */
export function typesOf(schema: JsonObject, context: readonly SchemaType[]): readonly SchemaType[] {
  const { type } = schema as { readonly type?: SchemaType | readonly SchemaType[] };
  if (type === undefined) return context;
  const declared: readonly SchemaType[] = typeof type === "string" ? [type] : type;
  const types = new Set<SchemaType>();
  for (const one of declared) {
    if (context.includes(one)) types.add(one);
    else if (one === "integer" && context.includes("number")) types.add("integer");
    else if (one === "number" && context.includes("integer")) types.add("integer");
  }
  if (types.has("number")) types.delete("integer");
  return [...types];
}

/** Whether the schema says anything of values of these types alone. */
export function hasTypedKeywords(schema: JsonObject, types: readonly SchemaType[]): boolean {
  return types.some((type) => KEYWORDS[type].some((keyword) => Object.hasOwn(schema, keyword)));
}

const OF_NUMBERS = ["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"] as const;

const KEYWORDS: Readonly<Record<SchemaType, readonly string[]>> = {
  array: ["items", "additionalItems", "maxItems", "minItems", "uniqueItems", "contains"],
  boolean: [],
  integer: OF_NUMBERS,
  null: [],
  number: OF_NUMBERS,
  object: [
    ...["maxProperties", "minProperties", "required", "properties", "patternProperties", "additionalProperties"],
    ...["propertyNames", "dependencies"],
  ],
  string: ["maxLength", "minLength", "pattern", "contentEncoding", "contentMediaType"],
};

/** The named keywords as they are, those that the schema has. */
export function pick(schema: JsonObject, keywords: readonly string[]): readonly (readonly [string, Json])[] {
  return keywords.flatMap((keyword) => {
    const value = schema[keyword];
    return value === undefined ? [] : [[keyword, value] as const];
  });
}

export function schemasOf(value: Json | undefined): readonly JsonSchema[] {
  return Array.isArray(value) ? (value as readonly JsonSchema[]) : [];
}

export function namedSchemas(value: Json | undefined): readonly (readonly [string, JsonSchema])[] {
  return Object.entries((value ?? {}) as Readonly<Record<string, JsonSchema>>);
}

/** What a member that is required without being declared looks like. */
export function undeclaredMember(schema: JsonObject, name: string): JsonSchema {
  const matches = namedSchemas(schema["patternProperties"]).some(
    ([pattern]) => compilePattern(pattern)?.test(name) ?? true,
  );
  return matches ? true : ((schema["additionalProperties"] ?? true) as JsonSchema);
}

/** The regular expression as validators read it; undefined where they cannot. */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

/** Each value once, in order. */
export function distinct(values: readonly Json[]): readonly Json[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
