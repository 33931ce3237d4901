// A draft-07 schema without references becomes one of draft 2020-12 with the same meaning, in a form that strict validators compile.
import { entriesOf, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { ALL_TYPES, distinct, hasTypedKeywords, isInPlace, pick, type SchemaType, typesOf } from "./keywords.ts";
import { undeclaredMembers } from "./members.ts";
import { compilePattern } from "./pattern.ts";
import { withoutProto } from "./proto-member.ts";
import { mapSchemas } from "./walk.ts";

type Members = readonly (readonly [string, Json])[];

/**
 * Every keyword that describes one type stands beside that type. Formats are left out, because validators do not agree
 * whether they assert anything; so are patterns that validators cannot read. `context` lists the types that a value can
 * have there at all.
 */
export function jsonSchema2020(schema: JsonSchema, context: readonly SchemaType[] = ALL_TYPES): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const types = typesOf(schema, context);
  if (types.length === 0 || deniesAll(schema["not"])) return false;
  return convert(
    mapSchemas(schema, (inner, [keyword]) => jsonSchema2020(inner, contextOf(keyword, types))),
    types,
  );
}

function contextOf(keyword: string, types: readonly SchemaType[]): readonly SchemaType[] {
  if (keyword === "propertyNames") return ["string"];
  if (keyword === "dependencies") return ["object"];
  return isInPlace(keyword) ? types : ALL_TYPES;
}

/** A schema that denies everything makes some validators fail, where `false` means the same. */
function deniesAll(denied: Json | undefined): boolean {
  return denied === true || (typeof denied === "object" && denied !== null && Object.keys(denied).length === 0);
}

/** The schemas inside of this one are converted already. */
function convert(schema: JsonObject, types: readonly SchemaType[]): JsonObject {
  const isTyped = Object.hasOwn(schema, "type") || hasTypedKeywords(schema, types);
  const branches = isTyped
    ? types.map((type) => Object.fromEntries([["type", type], ...keywordsOf(type, schema)]))
    : [];
  const isSplit = branches.length > 1;
  const only = isSplit ? {} : (branches[0] ?? {});
  const all: Json[] = [...listOf(schema["allOf"]), ...listOf(only["allOf"])];
  if (isSplit && Object.hasOwn(schema, "anyOf")) all.push({ anyOf: branches });
  const hasBranches = Object.hasOwn(schema, "then") || Object.hasOwn(schema, "else");
  const conditions = Object.hasOwn(schema, "if") && hasBranches ? ["if", "then", "else"] : [];
  return Object.fromEntries([
    ...pick(schema, ["title", "description"]),
    ...Object.entries(only),
    ...pick(schema, ["const"]),
    ...pick(schema, ["enum"]).map(([keyword, values]) => [keyword, distinct(listOf(values))] as const),
    ...(isSplit && !Object.hasOwn(schema, "anyOf") ? [["anyOf", branches] as const] : []),
    ...(all.length === 0 ? [] : [["allOf", all] as const]),
    ...pick(schema, ["anyOf", "oneOf", "not", ...conditions]),
    ...pick(schema, ["default", "deprecated", "readOnly", "writeOnly"]),
    ...examplesOf(schema),
  ]);
}

function examplesOf(schema: JsonObject): Members {
  if (Object.hasOwn(schema, "examples")) return pick(schema, ["examples"]);
  return schema["example"] === undefined ? [] : [["examples", [schema["example"]]]];
}

function keywordsOf(type: SchemaType, schema: JsonObject): Members {
  switch (type) {
    case "boolean":
    case "null":
      return [];
    case "integer":
    case "number":
      return pick(schema, ["multipleOf", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"]);
    case "string":
      return [
        ...pick(schema, ["minLength", "maxLength"]),
        ...pick(schema, ["pattern"]).filter(([, pattern]) => compilePattern(String(pattern)) !== undefined),
        ...pick(schema, ["contentEncoding", "contentMediaType"]),
      ];
    case "array":
      return [...itemsOf(schema), ...pick(schema, ["contains", "minItems", "maxItems", "uniqueItems"])];
    case "object":
      return objectKeywords(schema);
    default:
      return type satisfies never;
  }
}

function itemsOf(schema: JsonObject): Members {
  const { items, additionalItems } = schema;
  if (!Array.isArray(items)) return pick(schema, ["items"]);
  return [["prefixItems", items], ...(additionalItems === undefined ? [] : [["items", additionalItems] as const])];
}

function objectKeywords(schema: JsonObject): Members {
  // A strict validator wants every required member declared.
  const declared = [...entriesOf(schema["properties"]), ...undeclaredMembers(schema)];
  const unlisted = unlistedMembers(
    schema,
    declared.map(([name]) => name),
  );
  const { required, properties, patternProperties, dependencies, schemas } = withoutProto({
    required: [...new Set(listOf<string>(schema["required"]))],
    properties: declared,
    patternProperties: unlisted.patterns,
    dependencies: entriesOf(schema["dependencies"]),
  });
  const all = [...unlisted.schemas, ...schemas];
  return [
    ...(required.length === 0 ? [] : [["required", required] as const]),
    ...named("properties", properties),
    ...named("patternProperties", patternProperties),
    ...(unlisted.schemas.length === 0 ? pick(schema, ["additionalProperties"]) : []),
    ...(all.length === 0 ? [] : [["allOf", all] as const]),
    ...pick(schema, ["propertyNames", "minProperties", "maxProperties"]),
    ...named(
      "dependentRequired",
      dependencies.filter(([, dependency]) => Array.isArray(dependency)),
    ),
    ...named(
      "dependentSchemas",
      dependencies.filter(([, dependency]) => !Array.isArray(dependency)),
    ),
  ];
}

/** The keywords for members that no property lists. Strict validators want no pattern beside a property that it matches. */
function unlistedMembers(
  schema: JsonObject,
  listed: readonly string[],
): { readonly patterns: Members; readonly schemas: readonly Json[] } {
  const patterns = entriesOf(schema["patternProperties"]).filter(([pattern]) => compilePattern(pattern) !== undefined);
  const overlaps = patterns.some(([pattern]) => listed.some((name) => compilePattern(pattern)?.test(name)));
  if (!overlaps) return { patterns, schemas: [] };
  const names = listed.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const apart = named("patternProperties", [[`^(?:${names.join("|")})$`, true], ...patterns]);
  const additional = pick(schema, ["additionalProperties"]);
  return { patterns: [], schemas: [{ type: "object", ...Object.fromEntries([...apart, ...additional]) }] };
}

function named(keyword: string, members: Members): Members {
  return members.length === 0 ? [] : [[keyword, Object.fromEntries(members)]];
}
