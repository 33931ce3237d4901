// The values that stand at a place of bodies, in schemas and in examples.
import { valueAt } from "../../text/json/pointer.ts";
import { type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import { codeOfAddress, isCode } from "../code-values.ts";
import { type Bodies, type Example, errorsIn, membersAt, type Place } from "./described-bodies.ts";
import type { Resolve } from "./reference-resolver.ts";

/** The values of enum and const; without these, the examples of the schema. */
export function valuesOf(member: JsonObject): readonly Json[] {
  const fixed = fixedValues(member);
  return fixed.length > 0 ? fixed : drawnValues(member);
}

export function fixedValues(member: JsonObject): readonly Json[] {
  return member["const"] === undefined ? listOf(member["enum"]) : [member["const"]];
}

/** The values that a schema shows only to illustrate; none where it fixes some. */
export function drawnValues(member: JsonObject): readonly Json[] {
  if (fixedValues(member).length > 0) return [];
  return [member["example"], ...listOf(member["examples"]), member["default"]].filter((value) => value !== undefined);
}

/** A code at a place as the key of a table: also an address that ends in one. */
export function codeOf(value: Json | undefined, { phrases }: Pick<Place, "phrases">): string | undefined {
  if (isCode(value) || (typeof value === "string" && phrases?.has(value))) return String(value);
  return typeof value === "string" && codeOfAddress(value) !== undefined ? value : undefined;
}

/** The values at a place that schemas list. */
export function listedAt(schema: JsonObject, place: Place, resolve: Resolve): readonly Json[] {
  return membersAt(schema, place, resolve).flatMap(valuesOf);
}

/** The values at a place of an example, with the errors that hold them; null is none. */
export function shownAt(
  body: Example["value"],
  { list, steps }: Place,
): readonly { readonly error: JsonObject; readonly value: Json }[] {
  return errorsIn(body, list).flatMap((error) => {
    const value = valueAt(error, steps);
    return value === undefined || value === null ? [] : [{ error, value }];
  });
}

/** All that schemas list and examples show at a place. */
export function valuesAt({ alternatives, examples }: Bodies, place: Place, resolve: Resolve): readonly Json[] {
  return [
    ...alternatives.flatMap((schema) => listedAt(schema, place, resolve)),
    ...examples.flatMap(({ value }) => shownAt(value, place).map((one) => one.value)),
  ];
}
