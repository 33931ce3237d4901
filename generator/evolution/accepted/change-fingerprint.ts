// A change becomes a short hash of its rule, its subject and its values, which no new wording and no moved line alters.
import { createHash } from "node:crypto";
import { compareText } from "../../diagnostic/diagnostic.ts";
import { isList, type Json, type JsonObject } from "../../text/json/value.ts";

/** `identity` is that of a change, or of an entry that accepts one. */
export function fingerprintOf(identity: JsonObject): string {
  return createHash("sha256").update(canonical(identity)).digest("hex").slice(0, 16);
}

/** JSON without blanks, whose members are sorted: their order in a schema means nothing. */
function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}
