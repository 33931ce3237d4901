// The members of bodies that hold finer codes, as a table describes them: lists, and members of objects beside the code.

import { holderSchema } from "../../schema/members.ts";
import { pointerText, valueAt } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject, listOf, objectOf, withoutUndefined } from "../../text/json/value.ts";
import { type Bodies, membersAt, type Place } from "./described-bodies.ts";
import { finerAt } from "./finer-places.ts";
import { listedAt } from "./place-values.ts";
import { isKey, membersOf } from "./plain-members.ts";
import type { Resolve } from "./reference-resolver.ts";

/** The name or the pointer of the member in a table. */
export function finerKey({ list, steps }: Place): string {
  const [name = "", ...more] = list ?? steps;
  return more.length === 0 && isKey(name) ? name : pointerText(list ?? steps);
}

/** Undefined where some bodies have something else than a list at its place. */
export function finerMember(bodies: readonly Bodies[], place: Place, resolve: Resolve): JsonObject | undefined {
  const { list, steps } = place;
  const finer = finerSchema(bodies, place, resolve);
  if (list === undefined) return finer;
  const schemas = schemasAt(bodies, { steps: list }, resolve);
  const values = bodies.flatMap(({ examples }) => examples.map(({ value }) => valueAt(value as Json, list)));
  const shown = values.filter((value) => value !== undefined);
  const items = shown.flatMap((value) => listOf(value));
  const isList =
    schemas.every(({ type = "array" }) => type === "array") && shown.every((value) => Array.isArray(value));
  if (!isList || !(steps.length === 0 || items.every(isObject))) return undefined;
  const least = [...new Set(schemas.map(({ minItems }) => minItems))];
  const isLeast =
    least.length === 1 && Number(least[0]) > 0 && shown.every((value) => listOf(value).length >= Number(least[0]));
  return withoutUndefined({
    type: "array",
    minItems: isLeast ? least[0] : undefined,
    items: steps.length === 0 ? finer : itemSchema(bodies, place, items.filter(isObject), resolve),
  });
}

/** The plain members of an item, with the place of the finer code among them. */
function itemSchema(
  bodies: readonly Bodies[],
  place: Place,
  items: readonly JsonObject[],
  resolve: Resolve,
): JsonObject {
  const { list = [], steps } = place;
  const { properties, required } = membersOf(
    schemasAt(bodies, { list, steps: [] }, resolve),
    items,
    new Set(),
    resolve,
  );
  const finer = holderSchema([{ path: steps, schema: finerSchema(bodies, place, resolve), required: false }]);
  return withoutUndefined({
    type: "object",
    required: required.length === 0 ? undefined : required,
    properties: { ...objectOf(finer["properties"]), ...properties },
  });
}

function finerSchema(bodies: readonly Bodies[], place: Place, resolve: Resolve): JsonObject {
  const values = bodies.flatMap(({ alternatives, examples }) => [
    ...alternatives.flatMap((schema) => listedAt(schema, place, resolve)),
    ...examples.flatMap(({ value }) => finerAt(value, place).map((one) => one.value)),
  ]);
  const types = ["string", "integer"].filter((type) =>
    values.some((value) => (typeof value === "string") === (type === "string")),
  );
  return { type: types.length === 1 ? (types[0] ?? "string") : types };
}

/** Whether all schemas and examples have the member. */
export function isNeeded(bodies: readonly Bodies[], steps: readonly string[], resolve: Resolve): boolean {
  const has = (schema: JsonObject): boolean =>
    steps.every((name, index) =>
      membersAt(schema, { steps: steps.slice(0, index) }, resolve).every(({ required }) =>
        listOf(required).includes(name),
      ),
    );
  const isDescribed = bodies.some(({ alternatives }) => alternatives.length > 0);
  return (
    isDescribed &&
    bodies.every(
      ({ alternatives, examples }) =>
        alternatives.every(has) && examples.every(({ value }) => valueAt(value as Json, steps) !== undefined),
    )
  );
}

function schemasAt(bodies: readonly Bodies[], place: Place, resolve: Resolve): readonly JsonObject[] {
  return bodies.flatMap(({ alternatives }) => alternatives.flatMap((schema) => membersAt(schema, place, resolve)));
}
