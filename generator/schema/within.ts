// Two schemas become the relation between the values that they allow: equal, narrower, wider, or neither as far as can be proven.
import { memoize } from "../diagnostic/memoize.ts";
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
import { ALL_TYPES, isChecked, isTyped, listedTypes, type SchemaType } from "./keywords.ts";
import {
  followsForItems,
  followsForMembers,
  type Proof,
  requiredOf,
  type Step,
  type Undeclared,
} from "./part-proofs.ts";
import { areDisjoint, finiteValues, possibleTypes } from "./value-sets.ts";
import { mapSchemas } from "./walk.ts";

export type Relation = "equal" | "narrower" | "wider" | "incomparable";

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
  return proves([checkedPart(inner)], checkedPart(outer), { undeclared, steps: MOST_STEPS, proves });
}

/** Schemas that choose within choices could take for ever. */
const MOST_STEPS = 5_000;

/** Without the keywords that no value is checked against. */
function checkedPart(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const checked = Object.fromEntries(Object.entries(schema).filter(([keyword]) => isChecked(keyword)));
  return mapSchemas(checked, (inner) => checkedPart(inner));
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
  if (known.some((fact) => textOf(fact) === textOf(goal))) return true;
  const values = finiteValues(known, types);
  if (values !== undefined) return values.every((value) => fits(goal, value));
  const one: Step = { known, types, proof };
  if (Object.entries(goal).every(([keyword, value]) => follows(keyword, value, goal, one))) return true;
  return provesEachCase(one, goal);
}

/** A schema is compared with many others. */
const textOf = memoize((schema: JsonObject): string => canonical(schema));

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
