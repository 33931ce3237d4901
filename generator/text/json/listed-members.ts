// The members of maps that may have thousands of them. To list them takes as long as to make the map, so that each map is listed once.
import { recordOf } from "./value.ts";

export type Member<Value = unknown> = readonly [name: string, value: Value];

const listed = new WeakMap<object, readonly Member[]>();

/** As Object.entries lists them. The map must not change any more. */
export function membersOf<Value>(map: Readonly<Record<string, Value>>): readonly Member<Value>[] {
  const known = listed.get(map);
  if (known !== undefined) return known as readonly Member<Value>[];
  const members = Object.entries(map);
  listed.set(map, members);
  return members;
}

/** A record of members with different names, which need not be listed again. */
export function recordOfMembers<Value>(members: readonly Member<Value>[]): Readonly<Record<string, Value>> {
  const record = recordOf(members);
  if (!members.some(isNumbered)) listed.set(record, members);
  return record;
}

/** Names that are integers come first in every map, in the order of their values. */
function isNumbered([name]: Member): boolean {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57;
}
