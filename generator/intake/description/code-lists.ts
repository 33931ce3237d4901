// The codes that schemas list, and the lists of them that say nothing of any single response.
import type { Json, JsonObject } from "../../text/json/value.ts";
import { membersAt, type ReadResponse } from "./described-bodies.ts";
import type { Places } from "./found-places.ts";
import { codeOf, drawnValues, fixedValues } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

/** The codes that a schema has at one place. */
export interface CodeList {
  readonly codes: readonly string[];
  /** Whether they only illustrate the schema. */
  readonly isDrawn: boolean;
}

export function listsOfCodes(schema: JsonObject, { code }: Places, resolve: Resolve): readonly CodeList[] {
  const members = membersAt(schema, code, resolve);
  const codesAmong = (values: readonly Json[]): readonly string[] =>
    values.flatMap((value) => codeOf(value, code) ?? []);
  return [
    { codes: codesAmong(members.flatMap(fixedValues)), isDrawn: false },
    { codes: codesAmong(members.flatMap(drawnValues)), isDrawn: true },
  ].filter(({ codes }) => codes.length > 0);
}

/**
 * A list of several codes that responses of several statuses have tells nothing of any status, and one that any error of
 * several operations may have tells nothing of these. A single code that illustrates a schema is such a list.
 */
export function sharedLists(responses: readonly ReadResponse[], places: Places | undefined, resolve: Resolve) {
  const keyOf = ({ codes, isDrawn }: CodeList): string => [isDrawn, ...codes.toSorted()].join("\n");
  const users = new Map<string, ReadResponse[]>();
  for (const response of places === undefined ? [] : responses)
    for (const schema of response.bodies?.alternatives ?? [])
      for (const list of places === undefined ? [] : listsOfCodes(schema, places, resolve))
        if (list.codes.length > 1 || list.isDrawn)
          users.set(keyOf(list), [...(users.get(keyOf(list)) ?? []), response]);
  return (list: CodeList): boolean => {
    const all = users.get(keyOf(list)) ?? [];
    const isForAny = all.every(({ status }) => status === undefined);
    return isForAny
      ? new Set(all.flatMap(({ operations }) => operations)).size > 1
      : new Set(all.map(({ status }) => status)).size > 1;
  };
}
