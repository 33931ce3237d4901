// Two schemas become the relation between the values that they allow: equal, narrower, wider, or neither as far as can be proven.
import {
  entriesOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type JsonSchema,
  listOf,
} from "../text/json/value.ts";
import { canonical, fits } from "./conforms.ts";
import { areDisjoint, finiteValues, possibleTypes } from "./value-sets.ts";
import { ALL_TYPES, isChecked, isTyped, listedTypes, type SchemaType } from "./keywords.ts";
import { compilePattern } from "./pattern.ts";
import { mapSchemas } from "./walk.ts";

export type Relation = "equal" | "narrower" | "wider" | "incomparable";

/** Members that an object schema neither names nor describes: "none" takes it that nobody sends them, "any" is JSON Schema to the letter. */
export type Undeclared = "none" | "any";

/** The second schema in relation to the first one. Incomparable also means that nothing could be proven. */
export function relationOf(old: JsonSchema, after: JsonSchema, undeclared: Undeclared = "none"): Relation {
  if (canonical(checkedPart(old)) === canonical(checkedPart(after))) return "equal";
  const isNarrower = isWithin(after, old, undeclared);
  const isWider = isWithin(old, after, undeclared);
  if (isNarrower) return isWider ? "equal" : "narrower";
  return isWider ? "wider" : "incomparable";
}

/** Whether every value that the first schema allows is allowed by the second one: true only where it is proven. */
export function isWithin(inner: JsonSchema, outer: JsonSchema, undeclared: Undeclared = "none"): boolean {
  return proves([checkedPart(inner)], checkedPart(outer), { undeclared, steps: 20_000 });
}

/** Without the keywords that no value is checked against. */
function checkedPart(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const checked = Object.fromEntries(Object.entries(schema).filter(([keyword]) => isChecked(keyword)));
  return mapSchemas(checked, (inner) => checkedPart(inner));
}

interface Proof {
  readonly undeclared: Undeclared;
  /** Schemas that choose within choices could take for ever. */
  steps: number;
}

/** Whether values that fit all of the given schemas fit the goal. */
function proves(given: readonly JsonSchema[], goal: JsonSchema, proof: Proof): boolean {
  proof.steps -= 1;
  if (proof.steps < 0) return false;
  if (goal === true) return true;
  const facts = given.flatMap(conjuncts);
  if (facts.includes(false)) return true;
  const known = facts.filter((fact) => isObject(fact));
  const types = possibleTypes(known);
  if (types.length === 0) return true;
  if (goal === false) return false;
  if (known.some((fact) => canonical(fact) === canonical(goal))) return true;
  const values = finiteValues(known, types);
  if (values !== undefined) return values.every((value) => fits(goal, value));
  const one: Step = { known, types, proof };
  if (Object.entries(goal).every(([keyword, value]) => follows(keyword, value, goal, one))) return true;
  return provesEachCase(one, goal);
}

interface Step {
  readonly known: readonly JsonObject[];
  readonly types: readonly SchemaType[];
  readonly proof: Proof;
}

/** The schemas that all hold where this one does. */
function conjuncts(schema: JsonSchema): readonly JsonSchema[] {
  if (!isObject(schema) || schema["allOf"] === undefined) return [schema];
  const { allOf, ...rest } = schema;
  return [rest, ...listOf<JsonSchema>(allOf).flatMap(conjuncts)];
}

/** One of the alternatives holds, or one of the types: the goal has to follow from each. */
function provesEachCase({ known, types, proof }: Step, goal: JsonObject): boolean {
  for (const [index, fact] of known.entries()) {
    for (const keyword of ["anyOf", "oneOf"]) {
      if (fact[keyword] === undefined) continue;
      const { [keyword]: branches, ...rest } = fact;
      const others = [...known.slice(0, index), rest, ...known.slice(index + 1)];
      return listOf<JsonSchema>(branches).every((branch) => proves([...others, branch], goal, proof));
    }
  }
  const chooses = goal["anyOf"] !== undefined || goal["oneOf"] !== undefined;
  if (!chooses || types.length < 2 || types.length === ALL_TYPES.length) return false;
  return types.every((type) => proves([...known, { type }], goal, proof));
}

function follows(keyword: string, value: Json, goal: JsonObject, step: Step): boolean {
  const { known, types, proof } = step;
  if (!isChecked(keyword)) return true;
  if (ALL_TYPES.some((type) => isTyped(keyword, [type])) && !isTyped(keyword, types)) return true;
  if (keyword !== "properties" && known.some((fact) => fact[keyword] !== undefined && sameMeaning(keyword, fact, goal)))
    return true;
  const schemas = () => listOf<JsonSchema>(value);
  switch (keyword) {
    case "type":
      return types.every((type) => allows(listedTypes(goal) ?? [], type));
    case "allOf":
      return schemas().every((each) => proves(known, each, proof));
    case "anyOf":
      return schemas().some((each) => proves(known, each, proof));
    case "oneOf":
      return schemas().some(
        (each, at) =>
          proves(known, each, proof) &&
          schemas().every((other, index) => index === at || known.some((fact) => areDisjoint(fact, other))),
      );
    case "not":
      return known.some((fact) => areDisjoint(fact, value as JsonSchema));
    case "if":
      return [goal["then"], goal["else"]].every(
        (branch) => branch === undefined || proves(known, branch as JsonSchema, proof),
      );
    case "then":
    case "else":
      // They say nothing without a condition, and are judged beside it.
      return true;
    case "minimum":
      return holdsNumber(known, ["minimum", "exclusiveMinimum"], (bound) => bound >= Number(value));
    case "exclusiveMinimum":
      return (
        holdsNumber(known, ["exclusiveMinimum"], (bound) => bound >= Number(value)) ||
        holdsNumber(known, ["minimum"], (bound) => bound > Number(value))
      );
    case "maximum":
      return holdsNumber(known, ["maximum", "exclusiveMaximum"], (bound) => bound <= Number(value));
    case "exclusiveMaximum":
      return (
        holdsNumber(known, ["exclusiveMaximum"], (bound) => bound <= Number(value)) ||
        holdsNumber(known, ["maximum"], (bound) => bound < Number(value))
      );
    case "multipleOf":
      return (
        (value === 1 && !types.includes("number")) ||
        holdsNumber(known, ["multipleOf"], (step) => Number.isInteger(step) && Number.isInteger(step / Number(value)))
      );
    case "maxLength":
    case "maxItems":
    case "maxProperties":
      return holdsNumber(known, [keyword], (bound) => bound <= Number(value));
    case "minLength":
    case "minItems":
      return value === 0 || holdsNumber(known, [keyword], (bound) => bound >= Number(value));
    case "minProperties":
      return (
        value === 0 ||
        holdsNumber(known, [keyword], (bound) => bound >= Number(value)) ||
        requiredOf(known).size >= Number(value)
      );
    case "uniqueItems":
      return value !== true;
    case "required":
      return listOf<string>(value).every((name) => requiredOf(known).has(name));
    case "dependencies":
      return entriesOf(value).every(([name, dependency]) => {
        if (!isList(dependency)) return proves(known, dependency as JsonSchema, proof);
        return (dependency as readonly string[]).every((other) => other === name || requiredOf(known).has(other));
      });
    case "properties":
    case "patternProperties":
    case "additionalProperties":
    case "propertyNames":
      return followsForMembers(keyword, value, goal, step);
    case "items":
    case "additionalItems":
      return followsForItems(goal, step);
    default:
      // "contains", "enum", "const", "pattern" follow from themselves alone; a reference is not followed.
      return false;
  }
}

/** Keywords whose meaning depends on others beside them have the same neighbours. */
function sameMeaning(keyword: string, fact: JsonObject, goal: JsonObject): boolean {
  return [keyword, ...(TOGETHER.get(keyword) ?? [])].every(
    (each) => canonical(fact[each] ?? "") === canonical(goal[each] ?? ""),
  );
}

const TOGETHER = new Map<string, readonly string[]>([
  ["additionalProperties", ["properties", "patternProperties"]],
  ["additionalItems", ["items"]],
  ["if", ["then", "else"]],
]);

function allows(listed: readonly SchemaType[], type: SchemaType): boolean {
  return listed.includes(type) || (type === "integer" && listed.includes("number"));
}

function holdsNumber(
  known: readonly JsonObject[],
  keywords: readonly string[],
  test: (bound: number) => boolean,
): boolean {
  return known.some((fact) => keywords.some((keyword) => typeof fact[keyword] === "number" && test(fact[keyword])));
}

function requiredOf(known: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(known.flatMap((fact) => listOf<string>(fact["required"])));
}

/** The schemas of a member by its name; undefined where nobody sends it. */
function memberFacts(name: string, { known, proof }: Step): readonly JsonSchema[] | undefined {
  let isDeclared = proof.undeclared === "any" || requiredOf(known).has(name);
  const facts = known.flatMap((fact): readonly JsonSchema[] => {
    const own = entriesOf<JsonSchema>(fact["properties"]).filter(([each]) => each === name);
    const patterns = entriesOf<JsonSchema>(fact["patternProperties"]);
    const matched = patterns.filter(([pattern]) => compilePattern(pattern)?.test(name) ?? false);
    if (own.length + matched.length > 0) {
      isDeclared = true;
      return [...own, ...matched].map(([, schema]) => schema);
    }
    // A pattern that cannot be read may match the name.
    if (patterns.some(([pattern]) => compilePattern(pattern) === undefined)) return [];
    const rest = fact["additionalProperties"] as JsonSchema | undefined;
    if (rest === undefined || rest === true) return [];
    isDeclared = true;
    return [rest];
  });
  return isDeclared ? facts : undefined;
}

function namesOf(known: readonly JsonObject[]): ReadonlySet<string> {
  const named = known.flatMap((fact) => entriesOf(fact["properties"]).map(([name]) => name));
  return new Set([...named, ...requiredOf(known)]);
}

/** Whether objects may have members that no schema names. */
function mayHaveOthers({ known, proof }: Step): boolean {
  if (known.some((fact) => fact["additionalProperties"] === false && fact["patternProperties"] === undefined))
    return false;
  if (proof.undeclared === "any") return true;
  return known.some(
    ({ additionalProperties: rest, patternProperties: patterns }) =>
      patterns !== undefined || (rest !== undefined && rest !== true && rest !== false),
  );
}

function followsForMembers(keyword: string, value: Json, goal: JsonObject, step: Step): boolean {
  const { known, proof } = step;
  const provesMember = (name: string, schema: JsonSchema): boolean => {
    const facts = memberFacts(name, step);
    return facts === undefined || proves(facts, schema, proof);
  };
  const names = [...namesOf(known)];
  if (keyword === "properties")
    return entriesOf<JsonSchema>(value).every(([name, schema]) => provesMember(name, schema));
  if (keyword === "propertyNames")
    return (
      !mayHaveOthers(step) &&
      names.every((name) => memberFacts(name, step) === undefined || fits(value as JsonSchema, name))
    );
  const patterns = entriesOf<JsonSchema>(goal["patternProperties"]).map(
    ([pattern, schema]) => [compilePattern(pattern), schema] as const,
  );
  if (patterns.some(([expression]) => expression === undefined)) return false;
  if (mayHaveOthers(step) && !othersFollow(keyword, value, known, proof)) return false;
  if (keyword === "patternProperties")
    return patterns.every(([expression, schema]) =>
      names.every((name) => expression?.test(name) !== true || provesMember(name, schema)),
    );
  const named = new Set(entriesOf(goal["properties"]).map(([name]) => name));
  return names
    .filter((name) => !named.has(name) && patterns.every(([expression]) => expression?.test(name) !== true))
    .every((name) => provesMember(name, value as JsonSchema));
}

/** Members without a name are described as a whole, so that only the simplest of their descriptions are compared. */
function othersFollow(keyword: string, value: Json, known: readonly JsonObject[], proof: Proof): boolean {
  const wanted =
    keyword === "patternProperties" ? entriesOf<JsonSchema>(value).map(([, schema]) => schema) : [value as JsonSchema];
  if (wanted.every((schema) => schema === true || canonical(schema) === "{}")) return true;
  if (known.some((fact) => fact["patternProperties"] !== undefined)) return false;
  return known.some(({ additionalProperties: rest }) => {
    return rest !== undefined && wanted.every((schema) => proves([rest as JsonSchema], schema, proof));
  });
}

/** "items" and "additionalItems" together: each place of a tuple, and the rest. */
function followsForItems(goal: JsonObject, { known, proof }: Step): boolean {
  const tuple = (schema: JsonObject) => (isList(schema["items"]) ? listOf<JsonSchema>(schema["items"]) : []);
  const places = Math.max(tuple(goal).length, ...known.map((fact) => tuple(fact).length));
  for (let at = 0; at <= places; at++) {
    const wanted = itemAt(goal, at);
    if (wanted === undefined || wanted === true) continue;
    const facts = known.flatMap((fact) => {
      const own = itemAt(fact, at);
      return own === undefined ? [] : [own];
    });
    if (!proves(facts, wanted, proof)) return false;
  }
  return true;
}

function itemAt({ items, additionalItems }: JsonObject, at: number): JsonSchema | undefined {
  if (!isList(items)) return items as JsonSchema | undefined;
  return (listOf<JsonSchema>(items)[at] ?? additionalItems) as JsonSchema | undefined;
}
