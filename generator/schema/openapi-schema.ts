// A draft-07 schema without references becomes a Schema Object that means the same in OpenAPI 3.0, 3.1 and 3.2.
// What none of them can say is left out: a value that the table allows is never refused, one that it refuses may pass.
import type { Json, JsonObject, JsonSchema } from "../text/json/value.ts";
import {
  ALL_TYPES,
  compilePattern,
  distinct,
  hasTypedKeywords,
  namedSchemas,
  pick,
  type SchemaType,
  schemasOf,
  typesOf,
  undeclaredMember,
} from "./keywords.ts";

/** How the texts of a schema are written where they are shown. */
export interface SchemaTexts {
  description(text: string): string;
  isSafeTitle(text: string): boolean;
}

type Members = readonly (readonly [string, Json])[];

interface Context {
  readonly texts: SchemaTexts;
  /** Called where the result allows more than the schema does. */
  readonly loosen: () => void;
}

export function openapiSchema(schema: JsonSchema, texts: SchemaTexts): JsonObject {
  return convert(schema, { texts, loosen: () => undefined });
}

const ANYTHING: JsonObject = {};
const NOTHING: JsonObject = { not: {} };

function convert(schema: JsonSchema, context: Context): JsonObject {
  if (typeof schema === "boolean") return schema ? ANYTHING : NOTHING;
  const types = typesOf(schema, ALL_TYPES);
  const core = valuesOf(schema, types, context) ?? typedCore(schema, types, context);
  const parts = [...core.parts, ...compositionsOf(schema, context)];
  const { head, tail } = notesOf(schema, context);
  return { ...assemble(head, core.members, parts), ...tail };
}

interface Core {
  readonly members: Members;
  readonly parts: readonly JsonObject[];
}

/** A closed set of values; `const` and `null` are such sets too. */
function valuesOf(schema: JsonObject, types: readonly SchemaType[], context: Context): Core | undefined {
  const isNull = types.length === 1 && types[0] === "null";
  const listed = Object.hasOwn(schema, "const") ? [schema["const"] ?? null] : schema["enum"];
  const values = isNull && listed === undefined ? [null] : (listed as readonly Json[] | undefined);
  if (values === undefined) return undefined;
  const kept = distinct(values.filter((value) => types.some((type) => hasType(value, type))));
  if (hasTypedKeywords(schema, types) || (Object.hasOwn(schema, "const") && Object.hasOwn(schema, "enum")))
    context.loosen();
  if (kept.length === 0) return { members: [["not", {}]], parts: [] };
  const type = (["string", "integer", "number", "boolean"] as const).find((one) =>
    kept.every((value) => hasType(value, one)),
  );
  return { members: [...(type === undefined ? [] : [["type", type] as const]), ["enum", kept]], parts: [] };
}

function hasType(value: Json, type: SchemaType): boolean {
  if (value === null) return type === "null";
  if (Array.isArray(value)) return type === "array";
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

/** One type with its keywords; several types are alternatives, because the versions spell them differently. */
function typedCore(schema: JsonObject, types: readonly SchemaType[], context: Context): Core {
  if (types.length === 0) return { members: [["not", {}]], parts: [] };
  if (!Object.hasOwn(schema, "type"))
    return { members: keywordsOf(["number", "string", "array", "object"], schema, context), parts: [] };
  const branches = types.map((type) =>
    type === "null" ? { enum: [null] } : { type, ...Object.fromEntries(keywordsOf([type], schema, context)) },
  );
  const [only, ...others] = branches;
  return others.length === 0
    ? { members: Object.entries<Json>(only ?? {}), parts: [] }
    : { members: [], parts: [{ anyOf: branches }] };
}

function keywordsOf(types: readonly SchemaType[], schema: JsonObject, context: Context): Members {
  const isTyped = types.length === 1;
  return types.flatMap((type) => {
    if (type === "string") return stringKeywords(schema, context);
    if (type === "array") return arrayKeywords(schema, context, isTyped);
    if (type === "object") return objectKeywords(schema, context, isTyped);
    return type === "boolean" || type === "null" ? [] : numberKeywords(schema, type === "integer", context);
  });
}

function stringKeywords(schema: JsonObject, { loosen }: Context): Members {
  const { pattern } = schema as { readonly pattern?: string };
  const isReadable = pattern !== undefined && compilePattern(pattern) !== undefined;
  if (pattern !== undefined && !isReadable) loosen();
  return pick(schema, ["minLength", "maxLength", ...(isReadable ? ["pattern"] : [])]);
}

/** Exclusive bounds are booleans in 3.0 and numbers later; those of integers can be said without them. */
function numberKeywords(schema: JsonObject, isInteger: boolean, { loosen }: Context): Members {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Readonly<
    Record<string, number | undefined>
  >;
  if (!isInteger && (exclusiveMinimum !== undefined || exclusiveMaximum !== undefined)) loosen();
  const above = exclusiveMinimum !== undefined && isInteger ? Math.floor(exclusiveMinimum) + 1 : exclusiveMinimum;
  const below = exclusiveMaximum !== undefined && isInteger ? Math.ceil(exclusiveMaximum) - 1 : exclusiveMaximum;
  const least = Math.max(minimum ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(maximum ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);
  return [
    ...pick(schema, ["multipleOf"]),
    ...(Number.isFinite(least) ? [["minimum", least] as const] : []),
    ...(Number.isFinite(most) ? [["maximum", most] as const] : []),
  ];
}

function arrayKeywords(schema: JsonObject, context: Context, isTyped: boolean): Members {
  const { items, additionalItems } = schema as { readonly items?: Json; readonly additionalItems?: JsonSchema };
  if (Array.isArray(items) || Object.hasOwn(schema, "contains")) context.loosen();
  const bounds = pick(schema, ["minItems", "maxItems", "uniqueItems"]);
  if (!Array.isArray(items)) {
    if (items === undefined) return isTyped ? [["items", {}], ...bounds] : bounds;
    return [["items", convert(items as JsonSchema, context)], ...bounds];
  }
  // The items of a tuple are each one of its schemas, wherever they stand.
  const listed = schemasOf(items).map((item) => convert(item, context));
  if (additionalItems !== false) listed.push(convert(additionalItems ?? true, context));
  const most = Math.min(items.length, typeof schema["maxItems"] === "number" ? schema["maxItems"] : items.length);
  const closed = additionalItems === false ? [["maxItems", most] as const] : [];
  return [
    ["items", alternatives(listed)],
    ...bounds.filter(([keyword]) => closed.length === 0 || keyword !== "maxItems"),
    ...closed,
  ];
}

function objectKeywords(schema: JsonObject, context: Context, isTyped: boolean): Members {
  const properties = namedSchemas(schema["properties"]);
  const declared = new Set(properties.map(([name]) => name));
  const required = distinct((schema["required"] ?? []) as readonly string[]) as readonly string[];
  // Linters want every required member declared.
  const added = required
    .filter((name) => !declared.has(name))
    .map((name) => [name, undeclaredMember(schema, name)] as const);
  const members = [...properties, ...added].map(([name, member]) => [name, convert(member, context)] as const);
  const additional = additionalProperties(schema, context) ?? (isTyped && members.length === 0 ? true : undefined);
  return [
    ...(required.length === 0 ? [] : [["required", required] as const]),
    ...(members.length === 0 ? [] : [["properties", Object.fromEntries(members)] as const]),
    ...(additional === undefined ? [] : [["additionalProperties", additional] as const]),
    ...pick(schema, ["minProperties", "maxProperties"]),
  ];
}

/** Where the schema allows members in ways that cannot be said, any member is allowed. */
function additionalProperties(schema: JsonObject, context: Context): Json | undefined {
  const { additionalProperties: additional } = schema as { readonly additionalProperties?: JsonSchema };
  if (["patternProperties", "propertyNames", "dependencies"].some((keyword) => Object.hasOwn(schema, keyword)))
    context.loosen();
  if (Object.hasOwn(schema, "patternProperties")) return true;
  if (additional !== undefined) return typeof additional === "boolean" ? additional : convert(additional, context);
  return Object.hasOwn(schema, "dependencies") || Object.hasOwn(schema, "if") ? true : undefined;
}

function compositionsOf(schema: JsonObject, context: Context): readonly JsonObject[] {
  const { allOf, anyOf, oneOf, not } = schema;
  const parts: JsonObject[] = [];
  const all =
    allOf === undefined
      ? []
      : schemasOf(allOf)
          .map((part) => convert(part, context))
          .filter((part) => !isEmpty(part));
  if (all.length > 0) parts.push(all.length === 1 ? (all[0] ?? {}) : { allOf: distinct(all) });
  if (anyOf !== undefined) parts.push(alternatives(schemasOf(anyOf).map((part) => convert(part, context))));
  if (oneOf !== undefined) {
    // Alternatives that were loosened may overlap, and linters find overlaps where there are none.
    context.loosen();
    parts.push(alternatives(schemasOf(oneOf).map((part) => convert(part, context))));
  }
  if (Object.hasOwn(schema, "if")) context.loosen();
  if (not !== undefined) parts.push(negation(not as JsonSchema, context));
  return parts.filter((part) => !isEmpty(part));
}

function alternatives(schemas: readonly JsonObject[]): JsonObject {
  if (schemas.some(isEmpty)) return ANYTHING;
  const different = distinct(schemas) as readonly JsonObject[];
  return different.length === 1 ? (different[0] ?? ANYTHING) : { anyOf: different };
}

/** What allows more when it is asked, allows less when it is denied: then it is left out. */
function negation(schema: JsonSchema, context: Context): JsonObject {
  let isExact = true;
  const inner = convert(schema, { ...context, loosen: () => (isExact = false) });
  if (isExact) return { not: inner };
  context.loosen();
  return ANYTHING;
}

function assemble(notes: Members, members: Members, parts: readonly JsonObject[]): JsonObject {
  const result: Record<string, Json> = Object.fromEntries([...notes, ...members]);
  const rest: JsonObject[] = [];
  for (const part of parts) {
    const keywords = Object.keys(part);
    const isFree = keywords.every((keyword) => !Object.hasOwn(result, keyword));
    if (isFree && (members.length === 0 || keywords.every((keyword) => COMPOSITIONS.has(keyword))))
      Object.assign(result, part);
    else rest.push(part);
  }
  if (rest.length === 0) return result;
  const { allOf = [], ...others } = result;
  return { ...others, allOf: distinct([...(allOf as readonly Json[]), ...rest]) };
}

const COMPOSITIONS: ReadonlySet<string> = new Set(["allOf", "anyOf", "not"]);

function notesOf(schema: JsonObject, { texts }: Context): { readonly head: Members; readonly tail: JsonObject } {
  const { title, description } = schema as { readonly title?: string; readonly description?: string };
  const examples = schema["examples"] as readonly Json[] | undefined;
  const example = schema["example"] ?? examples?.[0];
  return {
    head: [
      ...(title !== undefined && texts.isSafeTitle(title) ? [["title", title] as const] : []),
      ...(description === undefined ? [] : [["description", texts.description(description)] as const]),
    ],
    tail: {
      ...Object.fromEntries(pick(schema, ["format", "default", "deprecated"])),
      ...(example === undefined ? {} : { example }),
    },
  };
}

function isEmpty(schema: JsonObject): boolean {
  return Object.keys(schema).length === 0;
}
