// The members of a body in a schema that a table does not have: those beside the code and message, and those around them.
import { pointerText } from "../../text/json/pointer.ts";
import { type JsonObject, objectOf } from "../../text/json/value.ts";
import type { Dropped, FoundBody } from "../found-table.ts";

export function otherMembers(root: JsonObject, { code = [], message }: FoundBody): readonly Dropped[] {
  const text = message === undefined || message === "none" ? undefined : pointerText(message);
  let schema = root;
  const names = code.flatMap((own, depth) => {
    const properties = objectOf(schema["properties"]);
    schema = objectOf(properties[own]);
    const others = Object.keys(properties).filter((name) => name !== own);
    return others.map((name) => pointerText([...code.slice(0, depth), name])).filter((place) => place !== text);
  });
  return names.map((name) => ({ reason: "members of bodies", name }));
}
