// A JSON Schema becomes functions that return true for exactly the values it allows.
import { isChecked, listedTypes } from "../../../schema/keywords.ts";
import { compilePattern } from "../../../schema/pattern.ts";
import { entriesOf, type Json, type JsonObject, type JsonSchema, listOf } from "../../../text/json/value.ts";
import { arrayDoc, callDoc, callWithList, returnAll } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { dataLiteral } from "../printer/typescript-data.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import type { PlannedError } from "../product-plan.ts";
import {
  type CheckFunctions,
  freeName,
  type Helper,
  type ImportedChecks,
  importCheck,
  isHelper,
  useHelper,
} from "./check-functions.ts";

/** The name of a function that checks a value; `hint` is a PascalCase name for the value. */
export function checkFor(schema: JsonSchema, hint: string, set: CheckFunctions): string {
  const name = findCheck(schema, hint, set);
  return isHelper(name) ? useHelper(name, set) : name;
}

/** The same, but a library function is not yet added to the file. */
function findCheck(schema: JsonSchema, hint: string, set: CheckFunctions): string {
  const trivial = trivialCheck(schema);
  if (trivial !== undefined) return trivial;
  const key = JSON.stringify(schema);
  const known = set.names.get(key);
  if (known !== undefined) return known;
  const name = freeName(`is${hint}Value`, set.takenNames);
  set.names.set(key, name);
  const at = set.declarations.length;
  const found = conditions(schema as JsonObject, hint, set);
  if (found.length === 0) {
    set.names.set(key, "isAnything");
    return "isAnything";
  }
  const parameters = ["value: unknown"];
  const check = declareFunction({ name, isLocal: true, parameters, returns: "boolean", body: [returnAll(found)] });
  // The function stands before the functions that it calls.
  set.declarations.splice(at, 0, check);
  return name;
}

/** Imports the check of the members that only one error has. The answer is the name of the function; undefined where every object passes. */
export function detailsCheck({ own, names }: PlannedError, checks: ImportedChecks): string | undefined {
  if (own === undefined) return undefined;
  const schema = { ...own, type: own["type"] === "array" ? "array" : "object" };
  const name = findCheck(schema, names.type.replace(/Error$/, "Details"), checks);
  return name === "isObject" ? undefined : importCheck(name, checks);
}

const TYPE_CHECKS: Readonly<Record<string, Helper>> = {
  array: "isArray",
  boolean: "isBoolean",
  integer: "isWholeNumber",
  null: "isNull",
  number: "isNumber",
  object: "isObject",
  string: "isString",
};

function trivialCheck(schema: JsonSchema): Helper | undefined {
  if (typeof schema === "boolean") return schema ? "isAnything" : "isNothing";
  const keywords = Object.keys(schema).filter(isChecked);
  if (keywords.length === 0) return "isAnything";
  const { type } = schema as { readonly type?: Json };
  return keywords.length === 1 && typeof type === "string" ? TYPE_CHECKS[type] : undefined;
}

/** One call per condition of the schema on `value`. */
function conditions(schema: JsonObject, hint: string, set: CheckFunctions): readonly Doc[] {
  const call = (helper: Helper, ...more: readonly Doc[]): Doc => callDoc(useHelper(helper, set), ["value", ...more]);
  const check = (inner: Json | undefined, part: string): string =>
    checkFor((inner ?? true) as JsonSchema, hint + part, set);
  return [
    ...typeConditions(schema, set),
    ...valueConditions(schema, set),
    ...BOUNDS.flatMap(([keyword, helper]) =>
      typeof schema[keyword] === "number" ? [call(helper, dataLiteral(schema[keyword], 0, 0, 0))] : [],
    ),
    ...(isPattern(schema["pattern"]) ? [call("hasPattern", stringLiteral(schema["pattern"]))] : []),
    ...itemConditions(schema, call, check),
    ...memberConditions(schema, call, check),
    ...combinations(schema, hint, set, call, check),
  ];
}

type Call = (helper: Helper, ...more: readonly Doc[]) => Doc;
type CheckOf = (schema: Json | undefined, part: string) => string;

const BOUNDS: readonly (readonly [string, Helper])[] = [
  ["minimum", "isAtLeast"],
  ["maximum", "isAtMost"],
  ["exclusiveMinimum", "isAbove"],
  ["exclusiveMaximum", "isBelow"],
  ["multipleOf", "isMultipleOf"],
  ["minLength", "hasLengthFrom"],
  ["maxLength", "hasLengthTo"],
  ["minItems", "hasItemsFrom"],
  ["maxItems", "hasItemsTo"],
  ["minProperties", "hasMembersFrom"],
  ["maxProperties", "hasMembersTo"],
];

function typeConditions(schema: JsonObject, set: CheckFunctions): readonly Doc[] {
  const helpers = (listedTypes(schema) ?? []).flatMap((name) => TYPE_CHECKS[name] ?? []);
  const checks = helpers.map((helper) => useHelper(helper, set));
  if (checks.length < 2) return checks.map((helper) => callDoc(helper, ["value"]));
  return [callWithList(useHelper("passesAny", set), ["value"], checks)];
}

function valueConditions(schema: JsonObject, set: CheckFunctions): readonly Doc[] {
  const lists: (readonly Json[])[] = [];
  if (Object.hasOwn(schema, "const")) lists.push([schema["const"] ?? null]);
  if (Array.isArray(schema["enum"])) lists.push(schema["enum"] as readonly Json[]);
  return lists.map((values) => {
    const plain = values.map(plainLiteral);
    return plain.includes(undefined)
      ? callWithList(
          useHelper("isEqualTo", set),
          ["value"],
          values.map((value) => stringLiteral(JSON.stringify(value))),
        )
      : callWithList(useHelper("isOneOf", set), ["value"], plain as string[]);
  });
}

function plainLiteral(value: Json): string | undefined {
  if (value === null) return "null";
  return typeof value === "object" ? undefined : dataLiteral(value as string | number | boolean, 0, 0, 0);
}

function itemConditions(schema: JsonObject, call: Call, check: CheckOf): readonly Doc[] {
  const { items, additionalItems, contains, uniqueItems } = schema as Readonly<Record<string, Json | undefined>>;
  const found: Doc[] = [];
  if (Array.isArray(items)) {
    const list = items as readonly Json[];
    for (const [index, item] of list.entries()) {
      if (item === true) continue;
      found.push(call("hasItemAt", String(index), check(item, `Item${index}`)));
    }
    if (additionalItems !== undefined)
      found.push(call("hasItems", check(additionalItems, "Item"), String(list.length)));
  } else if (items !== undefined) found.push(call("hasItems", check(items, "Item")));
  if (contains !== undefined) found.push(call("hasItem", check(contains, "Item")));
  if (uniqueItems === true) found.push(call("hasUniqueItems"));
  return found;
}

function memberConditions(schema: JsonObject, call: Call, check: CheckOf): readonly Doc[] {
  const properties = entriesOf(schema["properties"]);
  const required = new Set((schema["required"] ?? []) as readonly string[]);
  const patterns = entriesOf(schema["patternProperties"]).filter(([pattern]) => isPattern(pattern));
  const { additionalProperties, propertyNames } = schema as Readonly<Record<string, Json | undefined>>;
  const found = properties.map(([name, inner]) => {
    const helper = required.delete(name) ? "hasMember" : "mayHaveMember";
    return call(helper, stringLiteral(name), check(inner, pascal(name)));
  });
  for (const name of required) found.push(call("hasMember", stringLiteral(name), check(true, "")));
  for (const [pattern, inner] of patterns)
    found.push(call("hasMembersLike", stringLiteral(pattern), check(inner, "Member")));
  if (additionalProperties !== undefined && additionalProperties !== true) {
    const names = arrayDoc(properties.map(([name]) => stringLiteral(name)));
    const known = arrayDoc(patterns.map(([pattern]) => stringLiteral(pattern)));
    found.push(call("hasOtherMembers", names, known, check(additionalProperties, "Member")));
  }
  if (propertyNames !== undefined) found.push(call("hasNames", check(propertyNames, "Name")));
  for (const [name, dependency] of entriesOf(schema["dependencies"])) {
    const inner = Array.isArray(dependency) ? { required: dependency } : dependency;
    found.push(call("dependsOn", stringLiteral(name), check(inner, `With${pascal(name)}`)));
  }
  return found;
}

function combinations(
  schema: JsonObject,
  hint: string,
  set: CheckFunctions,
  call: Call,
  check: CheckOf,
): readonly Doc[] {
  const found: Doc[] = [];
  for (const [index, inner] of listOf(schema["allOf"]).entries()) {
    const name = findCheck(inner as JsonSchema, `${hint}Part${index + 1}`, set);
    if (name === "isNothing") found.push(callWithList(useHelper("isOneOf", set), ["value"], []));
    else if (name !== "isAnything") found.push(callDoc(isHelper(name) ? useHelper(name, set) : name, ["value"]));
  }
  for (const [keyword, helper] of [
    ["anyOf", "passesAny"],
    ["oneOf", "passesOne"],
  ] as const) {
    if (!Array.isArray(schema[keyword])) continue;
    const checks = listOf(schema[keyword]).map((inner, index) => check(inner, `Choice${index + 1}`));
    found.push(callWithList(useHelper(helper, set), ["value"], checks));
  }
  if (schema["not"] !== undefined) found.push(call("passesNot", check(schema["not"], "Forbidden")));
  if (schema["if"] !== undefined && (schema["then"] ?? schema["else"]) !== undefined) {
    const branches = [check(schema["if"], "Case"), check(schema["then"], "Then"), check(schema["else"], "Else")];
    found.push(call("passesBranch", ...branches));
  }
  return found;
}

/** Patterns that no validator can read assert nothing. */
function isPattern(pattern: Json | undefined): pattern is string {
  return typeof pattern === "string" && compilePattern(pattern) !== undefined;
}

/** A part of an identifier. Two names may become the same part, because identifiers are made unique later. */
function pascal(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .slice(0, 40);
}
