// The notes of schemas for people, such as descriptions and keywords of their own, at the places that two versions share.
import { compareText } from "../../diagnostic/diagnostic.ts";
import type { MemberModel } from "../../model/body-model.ts";
import { isNote } from "../../schema/keywords.ts";
import { subschemas } from "../../schema/walk.ts";
import { pointerText } from "../../text/json/pointer.ts";
import type { JsonObject, JsonSchema } from "../../text/json/value.ts";

/** One entry for each schema in a schema whose place is in the other version's too. */
export function schemaNotes(schema: JsonSchema, other: JsonSchema): readonly unknown[] {
  const shared = new Set([...subschemas(other)].map(({ path }) => pointerText(path.map(String))));
  return [...subschemas(schema)]
    .map(({ schema: part, path }) => [pointerText(path.map(String)), notesOf(part)] as const)
    .filter(([place]) => shared.has(place))
    .toSorted(([a], [b]) => compareText(a, b));
}

/** The notes of the members that both versions have. */
export function memberNotes(members: readonly MemberModel[], others: readonly MemberModel[]): readonly unknown[] {
  const schemas = new Map(others.map(({ at, schema }) => [pointerText(at), schema]));
  return members.flatMap(({ at, schema }) => {
    const other = schemas.get(pointerText(at));
    return other === undefined ? [] : schemaNotes(schema, other);
  });
}

function notesOf(schema: JsonObject): readonly unknown[] {
  return Object.entries(schema)
    .filter(([keyword]) => isNote(keyword))
    .toSorted(([a], [b]) => compareText(a, b));
}
