// The keywords about members and items: whether they follow from schemas that are known to hold.
import { entriesOf, isList, type Json, type JsonObject, type JsonSchema, listOf } from "../text/json/value.ts";
import { canonical, fits } from "./conforms.ts";
import type { SchemaType } from "./keywords.ts";
import { compilePattern } from "./pattern.ts";

/** Members that an object schema neither names nor describes: "none" takes it that nobody sends them, "any" is JSON Schema to the letter. */
export type Undeclared = "none" | "any";

export interface Proof {
  readonly undeclared: Undeclared;
  /** The steps that are left. */
  steps: number;
  /** Whether values that fit all of the given schemas fit the goal. */
  proves(given: readonly JsonSchema[], goal: JsonSchema, proof: Proof): boolean;
}

export interface Step {
  /** The schemas that hold, and the types that they leave. */
  readonly known: readonly JsonObject[];
  readonly types: readonly SchemaType[];
  readonly proof: Proof;
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

export function followsForMembers(keyword: string, value: Json, goal: JsonObject, step: Step): boolean {
  const { known, proof } = step;
  const provesMember = (name: string, schema: JsonSchema): boolean => {
    const facts = memberFacts(name, step);
    return facts === undefined || proof.proves(facts, schema, proof);
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
    return rest !== undefined && wanted.every((schema) => proof.proves([rest as JsonSchema], schema, proof));
  });
}

/** "items" and "additionalItems" together: each place of a tuple, and the rest. */
export function followsForItems(goal: JsonObject, { known, proof }: Step): boolean {
  const tuple = (schema: JsonObject) => (isList(schema["items"]) ? listOf<JsonSchema>(schema["items"]) : []);
  const places = Math.max(tuple(goal).length, ...known.map((fact) => tuple(fact).length));
  for (let at = 0; at <= places; at++) {
    const wanted = itemAt(goal, at);
    if (wanted === undefined || wanted === true) continue;
    const facts = known.flatMap((fact) => {
      const own = itemAt(fact, at);
      return own === undefined ? [] : [own];
    });
    if (!proof.proves(facts, wanted, proof)) return false;
  }
  return true;
}

function itemAt({ items, additionalItems }: JsonObject, at: number): JsonSchema | undefined {
  if (!isList(items)) return items as JsonSchema | undefined;
  return (listOf<JsonSchema>(items)[at] ?? additionalItems) as JsonSchema | undefined;
}

export function requiredOf(known: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(known.flatMap((fact) => listOf<string>(fact["required"])));
}
