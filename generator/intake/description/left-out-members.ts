// The members of bodies with a code that a table does not have: those beside the code, and those around it.
import { pointerText } from "../../text/json/pointer.ts";
import { entriesOf, type Json, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import type { Dropped, FoundBody } from "../found-table.ts";
import { type Bodies, itemsOf, membersAt } from "./described-bodies.ts";
import type { Places } from "./found-places.ts";
import { listedAt, shownAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

type Steps = readonly string[];

export function leftOutMembers(
  bodies: readonly Bodies[],
  places: Places | undefined,
  { properties, response }: FoundBody,
  resolve: Resolve,
): readonly Dropped[] {
  if (places === undefined) return [];
  const { code, message } = places;
  const { list = [] } = code;
  const taken = [code, ...(message === undefined ? [] : [message])].map(({ steps }) => [...list, ...steps]);
  const found = new Set<string>();
  /** Whether the place holds the code or the message, or lies on the way to them; any other one is left out. */
  const isOnWay = (at: Steps): boolean => {
    const onWay = taken.filter((steps) => at.every((name, index) => steps[index] === name));
    if (onWay.length > 0) return onWay.every((steps) => steps.length > at.length);
    const inItem = at.slice(list.length);
    const known = inItem.length > 0 ? properties : at.length === 1 ? objectOf(response)["properties"] : undefined;
    const name = inItem.length > 1 ? pointerText(inItem) : (at.at(-1) ?? "");
    if (!Object.hasOwn(objectOf(known), name)) found.add(pointerText(at));
    return false;
  };
  const isList = (at: Steps): boolean => code.list !== undefined && at.length === list.length;
  const visitSchema = (schema: JsonObject, at: Steps): void => {
    for (const one of isList(at) ? itemsOf(schema, resolve) : [schema])
      for (const [name] of entriesOf(one["properties"]))
        if (isOnWay([...at, name]))
          for (const inner of membersAt(one, { steps: [name] }, resolve)) visitSchema(inner, [...at, name]);
  };
  const visitValue = (value: Json, at: Steps): void => {
    for (const one of isList(at) ? listOf(value) : [value])
      for (const [name, member] of entriesOf(one)) if (isOnWay([...at, name])) visitValue(member, [...at, name]);
  };
  for (const { alternatives, examples } of bodies) {
    for (const schema of alternatives.slice(0, MOST_SCHEMAS))
      if (listedAt(schema, code, resolve).length > 0 || membersAt(schema, code, resolve).length > 0)
        visitSchema(schema, []);
    for (const { value } of examples) if (shownAt(value, code).length > 0) visitValue(value as Json, []);
  }
  return [...found].map((name) => ({ reason: "members of bodies", name }));
}

const MOST_SCHEMAS = 50;
