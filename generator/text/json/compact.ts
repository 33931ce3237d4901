// Objects whose members are there only where there is something to say.
import type { Json, JsonObject } from "./value.ts";

/** Leaves out what is undefined. Only for names that the program writes: one from a table could be "__proto__". */
export function compact(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const present: Record<string, Json> = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined) present[name] = value;
  }
  return present;
}
