// The places that a table names in a body, each with its name in messages and its place in the table.
import { memberKey } from "../../model/body-layout.ts";
import type { BodyModel, MemberModel } from "../../model/body-model.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { listedTypes } from "../../schema/keywords.ts";
import type { Path } from "../../text/json/pointer.ts";
import { isObject, type JsonSchema } from "../../text/json/value.ts";
import { inTable, keyInTable } from "../engine/places.ts";
import type { FindingPlace } from "../engine/rule.ts";

export interface NamedPlace {
  /** "code", "message", or the key of a member in quotes. */
  readonly name: string;
  readonly at: Path;
  readonly place: FindingPlace;
  /** Whether the table names a member instead of a pointer. */
  readonly isName?: boolean;
  /** Of a common member. */
  readonly schema?: JsonSchema;
  /** Whether a tuple always has a value at its position, which is null where a body lacks the code. */
  readonly isNeeded?: boolean;
  /** A common member may describe the same value. */
  readonly isFact?: boolean;
}

export function placesOf({ code, message, members }: BodyModel, loaded: LoadedTable): readonly NamedPlace[] {
  return [
    { name: "code", at: code.at, place: inTable(loaded, "body", "code"), isNeeded: true },
    ...(message === undefined
      ? []
      : [
          { name: "message", at: message.at, place: inTable(loaded, "body", "message"), isNeeded: !message.isOptional },
        ]),
    ...memberPlaces(members, loaded, ["body", "properties"]),
  ];
}

export function placesAround(list: Path, members: readonly MemberModel[], loaded: LoadedTable): readonly NamedPlace[] {
  const place = inTable(loaded, "body", "errors");
  return [
    { name: "list of errors", at: list, place },
    ...memberPlaces(members, loaded, ["body", "response", "properties"]),
  ];
}

export function memberPlaces(members: readonly MemberModel[], loaded: LoadedTable, path: Path): readonly NamedPlace[] {
  return members.map(({ at, schema, required }) => {
    const key = memberKey(at);
    return {
      name: `common member "${key}"`,
      at,
      schema,
      place: keyInTable(loaded, ...path, key),
      isNeeded: required,
      isName: !key.startsWith("/"),
    };
  });
}

/** The id of the request and the delay, which programs look for in the whole body and in an error of a list. */
export function factPlaces({ requestId, retryAfter }: BodyModel, loaded: LoadedTable): readonly NamedPlace[] {
  const facts = [["requestId", requestId, []] as const, ["retryAfter", retryAfter?.at, ["at"]] as const];
  return facts.flatMap(([name, at, steps]) => {
    const { body } = loaded.table;
    const inner = typeof body?.[name] === "object" ? steps : [];
    return at === undefined ? [] : [{ name, at, place: inTable(loaded, "body", name, ...inner), isFact: true }];
  });
}

/** Whether a common member describes the value of a fact, or the object that holds it. */
export function isDescribed(fact: NamedPlace, { at, schema }: NamedPlace): boolean {
  if (fact.isFact !== true || schema === undefined || at.length > fact.at.length) return false;
  return at.length === fact.at.length || !isObject(schema) || (listedTypes(schema)?.includes("object") ?? true);
}
