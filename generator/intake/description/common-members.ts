// The members that error bodies have beside code and message, as far as their examples agree with their schemas.

import { pointerText, valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { Dropped, FoundError } from "../found-table.ts";
import { nameRank } from "../member-names.ts";
import { type Bodies, errorSchemas, errorsIn, membersAt, type Place, type ReadResponse } from "./described-bodies.ts";
import { finerKey, finerMember, isNeeded } from "./finer-members.ts";
import type { Places } from "./found-places.ts";
import { type CommonMembers, isKey, membersOf } from "./plain-members.ts";
import type { Resolve } from "./reference-resolver.ts";

/** The members of single errors, with those beside a nested code, and those around the list that holds the errors. */
export function commonMembers(
  responses: readonly ReadResponse[],
  { code, message, finer }: Places,
  resolve: Resolve,
): CommonMembers & { readonly response?: JsonObject } {
  const withCode = responses.flatMap(({ bodies }) =>
    bodies?.alternatives.some((schema) => membersAt(schema, code, resolve).length > 0) ? [bodies] : [],
  );
  const bodiesOf = (list: readonly string[] | undefined): readonly JsonObject[] =>
    withCode.flatMap((bodies) => errorSchemas(bodies, list, resolve));
  const shownIn = (list: readonly string[] | undefined): readonly JsonObject[] =>
    responses.flatMap(({ bodies }) => bodies?.examples.flatMap(({ value }) => errorsIn(value, list)) ?? []);
  const { list } = code;
  const taken = new Set([code.steps[0], message?.steps[0]]);
  const declared = membersOf(bodiesOf(list), shownIn(list), taken, resolve);
  const everywhere = responses.flatMap(({ bodies }) =>
    bodies === undefined ? [] : errorSchemas(bodies, list, resolve),
  );
  const known = new Set([
    ...taken,
    ...everywhere.flatMap(({ properties: all }) => entriesOf(all).map(([name]) => name)),
  ]);
  const inner = membersBeside(withCode, shownIn(list), { code, message }, resolve);
  const lists = finerMembers(responses, finer, resolve);
  const own = {
    properties: {
      ...declared.properties,
      ...shownClasses(shownIn(list), known),
      ...inner.properties,
      ...lists.properties,
    },
    required: [...declared.required, ...inner.required, ...lists.required],
  };
  if (list === undefined || list.length === 0) return own;
  const around = membersOf(bodiesOf(undefined), shownIn(undefined), new Set([list[0]]), resolve);
  const { properties, required } = around;
  if (Object.keys(properties).length === 0) return own;
  return { ...own, response: { properties, ...(required.length === 0 ? {} : { required }) } };
}

/** The members beside a code that stands in a member of the error, by their pointers. */
function membersBeside(
  bodies: readonly Bodies[],
  shown: readonly JsonObject[],
  { code, message }: Pick<Places, "code" | "message">,
  resolve: Resolve,
): CommonMembers {
  const steps = code.steps.slice(0, -1);
  if (steps.length === 0) return { properties: {}, required: [] };
  const at = { ...(code.list === undefined ? {} : { list: code.list }), steps };
  const schemas = bodies.flatMap(({ alternatives }) => alternatives.flatMap((one) => membersAt(one, at, resolve)));
  const objects = shown.map((error) => valueAt(error, steps)).filter(isObject);
  const isAround = message !== undefined && steps.every((name, index) => message.steps[index] === name);
  const taken = new Set([code.steps.at(-1), isAround ? message.steps[steps.length] : undefined]);
  const { properties, required } = membersOf(schemas, objects, taken, resolve);
  const pointerOf = (name: string): string => pointerText([...steps, name]);
  return {
    properties: Object.fromEntries(entriesOf(properties).map(([name, schema]) => [pointerOf(name), schema])),
    required: objects.length < shown.length ? [] : required.map(pointerOf),
  };
}

/** The lists and members that hold finer codes, which a body needs where all schemas and examples of the code have them. */
function finerMembers(responses: readonly ReadResponse[], finer: readonly Place[], resolve: Resolve): CommonMembers {
  const bodies = responses.flatMap((response) => response.bodies ?? []);
  const members = finer.map((place) => ({ place, schema: finerMember(bodies, place, resolve) ?? {} }));
  return {
    properties: Object.fromEntries(members.map(({ place, schema }) => [finerKey(place), schema])),
    required: finer.filter((place) => isNeeded(bodies, place.list ?? place.steps, resolve)).map(finerKey),
  };
}

/** The classes of errors that examples show and no schema knows; a class is a text wherever it stands. */
function shownClasses(shown: readonly JsonObject[], known: ReadonlySet<string | undefined>): JsonObject {
  const names = [...new Set(shown.flatMap((error) => Object.keys(error)))].filter(
    (name) => nameRank(name, "category") !== undefined && isKey(name) && !known.has(name),
  );
  const texts = names.filter((name) =>
    shown.every((error) => !Object.hasOwn(error, name) || typeof error[name] === "string"),
  );
  return Object.fromEntries<Json>(texts.map((name) => [name, { type: "string" }]));
}

/** Constants are values of common members; others are left out by name. */
export function fittingConstants(
  errors: readonly FoundError[],
  properties: JsonObject = {},
): { readonly errors: readonly FoundError[]; readonly dropped: readonly Dropped[] } {
  const others = new Set<string>();
  const fitting = errors.map((error): FoundError => {
    const { constants, ...rest } = error;
    const entries = entriesOf(constants);
    const own = entries.filter(([name]) => Object.hasOwn(properties, name));
    for (const [name, value] of entries) if (!Object.hasOwn(properties, name)) others.add(`${name}: ${value}`);
    if (own.length === entries.length) return error;
    return own.length === 0 ? rest : { ...rest, constants: Object.fromEntries<Json>(own) };
  });
  return {
    errors: fitting,
    dropped: [...others].map((name) => ({ reason: "constants that are no common members", name })),
  };
}
