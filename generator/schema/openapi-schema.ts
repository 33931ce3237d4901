// A draft-07 schema without references becomes a Schema Object that means the same in OpenAPI 3.0, 3.1 and 3.2, but for null and
// for tuples, which openapi-version.ts spells as a version has them.
// Limits that no version can express are left out: a value that the table allows is never refused; one that it refuses may pass.
import { entriesOf, isObject, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import {
  ALL_TYPES,
  distinct,
  hasType,
  hasTypedKeywords,
  isInPlace,
  isOwnKeyword,
  isTyped,
  pick,
  type SchemaType,
  typesOf,
} from "./keywords.ts";
import { undeclaredMembers } from "./members.ts";
import { compilePattern } from "./pattern.ts";
import { mapSchemas } from "./walk.ts";

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

function convert(written: JsonSchema, context: Context): JsonObject {
  if (typeof written === "boolean") return spellBoolean(written);
  const types = typesOf(written, ALL_TYPES);
  const schema = mapSchemas(written, (inner, [keyword]) => {
    const isUnused = CONDITIONS.has(keyword) || !(isInPlace(keyword) || isTyped(keyword, types));
    return isUnused || (typeof inner === "boolean" && KEPT_BOOLEANS.has(keyword))
      ? inner
      : keyword === "not"
        ? negation(inner, context)
        : convert(inner, context);
  });
  const core = valuesOf(schema, types, context) ?? typedCore(schema, types, context);
  const parts = [...core.parts, ...compositionsOf(schema, context)];
  const { head, tail } = notesOf(schema, context);
  return { ...assemble(head, core.members, parts), ...tail };
}

function spellBoolean(schema: JsonSchema): JsonObject {
  return isObject(schema) ? schema : schema ? ANYTHING : NOTHING;
}

/** OpenAPI has no conditions. */
const CONDITIONS: ReadonlySet<string> = new Set(["if", "then", "else", "dependencies"]);
const KEPT_BOOLEANS: ReadonlySet<string> = new Set(["additionalProperties", "additionalItems"]);

/** The negation of a loosened schema would refuse valid values, so it is left out. */
function negation(schema: JsonSchema, context: Context): JsonObject {
  let isExact = true;
  const inner = convert(schema, { ...context, loosen: () => (isExact = false) });
  if (isExact) return { not: inner };
  context.loosen();
  return ANYTHING;
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

/** One type with its keywords; several types are alternatives, because the versions spell them differently. */
function typedCore(schema: JsonObject, types: readonly SchemaType[], context: Context): Core {
  if (types.length === 0) return { members: [["not", {}]], parts: [] };
  if (!Object.hasOwn(schema, "type"))
    return { members: keywordsOf(["number", "string", "array", "object"], schema, context), parts: [] };
  const branches = types.map((type) =>
    type === "null" ? { enum: [null] } : { type, ...Object.fromEntries(keywordsOf([type], schema, context)) },
  );
  const [only = {}, ...others] = branches;
  return others.length === 0
    ? { members: Object.entries<Json>(only), parts: [] }
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
  const { pattern } = schema;
  const isReadable = typeof pattern === "string" && compilePattern(pattern) !== undefined;
  if (pattern !== undefined && !isReadable) loosen();
  return pick(schema, ["minLength", "maxLength", ...(isReadable ? ["pattern"] : [])]);
}

/** Exclusive bounds are booleans in 3.0 and numbers later; integers do without them. */
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

function arrayKeywords(schema: JsonObject, { loosen }: Context, isTyped: boolean): Members {
  const { items, contains } = schema;
  const bounds = [...pick(schema, ["minItems", "maxItems", "uniqueItems"]), ...containedItem(contains)];
  if (!Array.isArray(items)) {
    if (items === undefined) return isTyped ? [["items", {}], ...bounds] : bounds;
    return [["items", items], ...bounds];
  }
  // Some versions have no tuples.
  loosen();
  const listed = pick(schema, ["items", "additionalItems"]);
  if (schema["additionalItems"] !== false) return [...listed, ...bounds];
  const most = Math.min(items.length, typeof schema["maxItems"] === "number" ? schema["maxItems"] : items.length);
  return [...listed, ...pick(schema, ["minItems", "uniqueItems"]), ...containedItem(contains), ["maxItems", most]];
}

/** OpenAPI 3.0 has no `contains`: a list with such an item is none whose items are all different from it. */
function containedItem(contains: Json | undefined): Members {
  return contains === undefined ? [] : [["not", { type: "array", items: { not: contains } }]];
}

function objectKeywords(schema: JsonObject, { loosen }: Context, isTyped: boolean): Members {
  // Linters want every required member declared.
  const added = undeclaredMembers(schema).map(([name, member]) => [name, spellBoolean(member)] as const);
  const members = [...entriesOf(schema["properties"]), ...added];
  const required = distinct(listOf(schema["required"]));
  if (["patternProperties", "propertyNames", "dependencies"].some((keyword) => Object.hasOwn(schema, keyword)))
    loosen();
  const additional = additionalProperties(schema) ?? (isTyped && members.length === 0 ? true : undefined);
  return [
    ...(required.length === 0 ? [] : [["required", required] as const]),
    ...(members.length === 0 ? [] : [["properties", Object.fromEntries(members)] as const]),
    ...(additional === undefined ? [] : [["additionalProperties", additional] as const]),
    ...pick(schema, ["minProperties", "maxProperties"]),
  ];
}

/** Where OpenAPI cannot express which members the schema allows, any member is allowed. */
function additionalProperties(schema: JsonObject): Json | undefined {
  if (Object.hasOwn(schema, "patternProperties")) return true;
  const isConditional = Object.hasOwn(schema, "dependencies") || Object.hasOwn(schema, "if");
  return schema["additionalProperties"] ?? (isConditional ? true : undefined);
}

function compositionsOf(schema: JsonObject, { loosen }: Context): readonly JsonObject[] {
  const { anyOf, oneOf, not } = schema;
  const all = distinct(listOf<JsonObject>(schema["allOf"]).filter((part) => !isEmpty(part))) as readonly JsonObject[];
  const [first, ...others] = all;
  // Alternatives that were loosened may overlap, and linters find overlaps where there are none.
  if (oneOf !== undefined || Object.hasOwn(schema, "if")) loosen();
  const parts = [
    others.length === 0 ? first : { allOf: all },
    anyOf === undefined ? undefined : alternatives(listOf(anyOf)),
    oneOf === undefined ? undefined : alternatives(listOf(oneOf)),
    not as JsonObject | undefined,
  ];
  return parts.filter((part) => part !== undefined && !isEmpty(part)) as readonly JsonObject[];
}

/** Any of the schemas, as few as they are. */
export function alternatives(schemas: readonly JsonObject[]): JsonObject {
  if (schemas.some(isEmpty)) return ANYTHING;
  const different = distinct(schemas) as readonly JsonObject[];
  return different.length === 1 ? (different[0] ?? ANYTHING) : { anyOf: different };
}

/** Generators take alternatives beside properties for alternatives to them, so these stand in a condition of their own. */
function assemble(notes: Members, members: Members, parts: readonly JsonObject[]): JsonObject {
  const result: Record<string, Json> = Object.fromEntries([...notes, ...members]);
  const rest: JsonObject[] = [];
  for (const part of parts) {
    const keywords = Object.keys(part);
    const isApart = Object.hasOwn(result, "properties") && Object.hasOwn(part, "anyOf");
    const isFree = !isApart && keywords.every((keyword) => !Object.hasOwn(result, keyword));
    if (isFree && (members.length === 0 || keywords.every(isInPlace))) Object.assign(result, part);
    else rest.push(part);
  }
  if (rest.length === 0) return result;
  const { allOf = [], ...others } = result;
  return { ...others, allOf: distinct([...(allOf as readonly Json[]), ...rest]) };
}

function notesOf(schema: JsonObject, { texts }: Context): { readonly head: Members; readonly tail: JsonObject } {
  const { title, description } = schema as { readonly title?: string; readonly description?: string };
  const example = schema["example"] ?? listOf(schema["examples"])[0];
  return {
    head: [
      ...(title !== undefined && texts.isSafeTitle(title) ? [["title", title] as const] : []),
      ...(description === undefined ? [] : [["description", texts.description(description)] as const]),
    ],
    tail: {
      ...Object.fromEntries(pick(schema, ["format", "default", "deprecated"])),
      ...(example === undefined ? {} : { example }),
      ...Object.fromEntries(entriesOf(schema).filter(([keyword]) => isOwnKeyword(keyword))),
    },
  };
}

function isEmpty(schema: JsonObject): boolean {
  return Object.keys(schema).length === 0;
}
