// A draft-07 schema without references becomes one of draft 2020-12 with the same meaning, in a form that strict validators compile.
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

type Members = readonly (readonly [string, Json])[];

/**
 * Every keyword that speaks of one type stands beside that type. Formats are left out, because validators do not agree
 * whether they assert anything; so are patterns that validators cannot read. `context` is what the value may be at all.
 */
export function jsonSchema2020(schema: JsonSchema, context: readonly SchemaType[] = ALL_TYPES): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const types = typesOf(schema, context);
  if (types.length === 0 || deniesAll(schema["not"])) return false;
  const isTyped = Object.hasOwn(schema, "type") || hasTypedKeywords(schema, types);
  const branches = isTyped ? types.map((type) => Object.fromEntries(branchOf(type, schema))) : [];
  const [only, ...others] = branches;
  const isSplit = others.length > 0;
  const all = schemasOf(schema["allOf"]).map((part) => jsonSchema2020(part, types));
  if (!isSplit) all.push(...schemasOf(only?.["allOf"]));
  if (isSplit && Object.hasOwn(schema, "anyOf")) all.push({ anyOf: branches });
  return Object.fromEntries([
    ...pick(schema, ["title", "description"]),
    ...(isSplit ? [] : Object.entries(only ?? {})),
    ...valuesOf(schema),
    ...(isSplit && !Object.hasOwn(schema, "anyOf") ? [["anyOf", branches] as const] : []),
    ...(all.length === 0 ? [] : [["allOf", all] as const]),
    ...alternativesOf(schema, types),
    ...pick(schema, ["default", "deprecated", "readOnly", "writeOnly"]),
    ...examplesOf(schema),
  ]);
}

/** Some validators stumble over a schema that denies everything, where `false` says it too. */
function deniesAll(denied: Json | undefined): boolean {
  return denied === true || (typeof denied === "object" && denied !== null && Object.keys(denied).length === 0);
}

function valuesOf(schema: JsonObject): Members {
  const { enum: values } = schema as { readonly enum?: readonly Json[] };
  return [...pick(schema, ["const"]), ...(values === undefined ? [] : [["enum", distinct(values)] as const])];
}

function alternativesOf(schema: JsonObject, types: readonly SchemaType[]): Members {
  const convert = (part: Json) => jsonSchema2020(part as JsonSchema, types);
  const hasBranches = Object.hasOwn(schema, "then") || Object.hasOwn(schema, "else");
  const conditions = Object.hasOwn(schema, "if") && hasBranches ? ["if", "then", "else"] : [];
  return [
    ...pick(schema, ["anyOf", "oneOf"]).map(([keyword, parts]) => [keyword, schemasOf(parts).map(convert)] as const),
    ...pick(schema, ["not", ...conditions]).map(([keyword, part]) => [keyword, convert(part)] as const),
  ];
}

function examplesOf(schema: JsonObject): Members {
  if (Object.hasOwn(schema, "examples")) return pick(schema, ["examples"]);
  return schema["example"] === undefined ? [] : [["examples", [schema["example"]]]];
}

function branchOf(type: SchemaType, schema: JsonObject): Members {
  return [["type", type], ...keywordsOf(type, schema)];
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
      return [
        ...itemsOf(schema),
        ...pick(schema, ["contains"]).map(([keyword, part]) => [keyword, jsonSchema2020(part as JsonSchema)] as const),
        ...pick(schema, ["minItems", "maxItems", "uniqueItems"]),
      ];
    case "object":
      return objectKeywords(schema);
    default:
      return type satisfies never;
  }
}

function itemsOf(schema: JsonObject): Members {
  const { items, additionalItems } = schema as { readonly items?: Json; readonly additionalItems?: JsonSchema };
  if (items === undefined) return [];
  if (!Array.isArray(items)) return [["items", jsonSchema2020(items as JsonSchema)]];
  const rest = additionalItems === undefined ? [] : [["items", jsonSchema2020(additionalItems)] as const];
  return [["prefixItems", schemasOf(items).map((item) => jsonSchema2020(item))], ...rest];
}

function objectKeywords(schema: JsonObject): Members {
  const properties = namedSchemas(schema["properties"]);
  const declared = new Set(properties.map(([name]) => name));
  const required = distinct((schema["required"] ?? []) as readonly string[]) as readonly string[];
  // A strict validator wants every required member declared.
  const added = required
    .filter((name) => !declared.has(name))
    .map((name) => [name, undeclaredMember(schema, name)] as const);
  const { propertyNames } = schema as { readonly propertyNames?: JsonSchema };
  return [
    ...(required.length === 0 ? [] : [["required", required] as const]),
    ...convertNamed("properties", [...properties, ...added]),
    ...unlistedMembers(schema, [...declared, ...added.map(([name]) => name)]),
    ...(propertyNames === undefined ? [] : [["propertyNames", jsonSchema2020(propertyNames, ["string"])] as const]),
    ...pick(schema, ["minProperties", "maxProperties"]),
    ...dependenciesOf(schema),
  ];
}

/** What is said of members by their names. Strict validators want no pattern beside a member that it matches. */
function unlistedMembers(schema: JsonObject, listed: readonly string[]): Members {
  const { additionalProperties } = schema as { readonly additionalProperties?: JsonSchema };
  const additional =
    additionalProperties === undefined ? [] : [["additionalProperties", jsonSchema2020(additionalProperties)] as const];
  const patterns = namedSchemas(schema["patternProperties"]).filter(
    ([pattern]) => compilePattern(pattern) !== undefined,
  );
  const overlaps = patterns.some(([pattern]) => listed.some((name) => compilePattern(pattern)?.test(name)));
  if (!overlaps) return [...convertNamed("patternProperties", patterns), ...additional];
  const names = listed.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const apart = convertNamed("patternProperties", [[`^(?:${names.join("|")})$`, true], ...patterns]);
  return [["allOf", [{ type: "object", ...Object.fromEntries([...apart, ...additional]) }]]];
}

function dependenciesOf(schema: JsonObject): Members {
  const dependencies = Object.entries((schema["dependencies"] ?? {}) as JsonObject);
  const names = dependencies.filter(([, dependency]) => Array.isArray(dependency));
  const schemas = dependencies.filter(([, dependency]) => !Array.isArray(dependency)) as [string, JsonSchema][];
  return [
    ...(names.length === 0 ? [] : [["dependentRequired", Object.fromEntries(names)] as const]),
    ...convertNamed("dependentSchemas", schemas, ["object"]),
  ];
}

function convertNamed(
  keyword: string,
  schemas: readonly (readonly [string, JsonSchema])[],
  context: readonly SchemaType[] = ALL_TYPES,
): Members {
  if (schemas.length === 0) return [];
  return [[keyword, Object.fromEntries(schemas.map(([name, schema]) => [name, jsonSchema2020(schema, context)]))]];
}
