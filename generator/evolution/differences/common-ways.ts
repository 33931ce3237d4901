// The objects and tuples on the way to members that bodies of both versions have: a schema that does not name such a holder does not take it away.
import type { BodyModel } from "../../model/body-model.ts";
import { codeAndMessage, commonMembers } from "../../model/body-schema.ts";
import { bareHolder, holderSchema, mergedHolder, type PlacedMember } from "../../schema/members.ts";
import { type Path, pointerText } from "../../text/json/pointer.ts";
import { isObject, type JsonSchema } from "../../text/json/value.ts";

/** Both bodies have code and message; other members do not count. */
export function waysToCode(old: BodyModel, after: BodyModel): readonly PlacedMember[] {
  return common(codeAndMessage(old, true), codeAndMessage(after, true));
}

export function waysToAll(old: BodyModel, after: BodyModel): readonly PlacedMember[] {
  const all = (body: BodyModel) => [...codeAndMessage(body, true), ...commonMembers(body)];
  return common(all(old), all(after));
}

/** A holder is required where both versions require a member in it. */
function common(old: readonly PlacedMember[], after: readonly PlacedMember[]): readonly PlacedMember[] {
  const now = waysOf(after);
  return [...waysOf(old)].flatMap(([key, { path, required }]) => {
    const same = now.get(key);
    return same === undefined ? [] : [{ path, schema: same.schema, required: required && same.required }];
  });
}

function waysOf(members: readonly PlacedMember[]): ReadonlyMap<string, PlacedMember> {
  const ways = new Map<string, PlacedMember>();
  for (const { path, required } of members) {
    for (let length = 1; length < path.length; length += 1) {
      const way = path.slice(0, length);
      const schema = bareHolder(path[length]);
      const key = `${pointerText(way)} ${schema["type"]}`;
      ways.set(key, { path: way, schema, required: required || ways.get(key)?.required === true });
    }
  }
  return ways;
}

/** The schema with the holders that lead to one of these places. */
export function withWays(schema: JsonSchema, ways: readonly PlacedMember[], places: readonly Path[]): JsonSchema {
  const used = ways.filter(({ path }) => places.some((place) => path.every((name, index) => place[index] === name)));
  return used.length === 0 || !isObject(schema) ? schema : mergedHolder(schema, holderSchema(used));
}
