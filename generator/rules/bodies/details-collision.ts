// Checks that the members of a single error are no members of every body.
import { innerSchemas } from "../../schema/walk.ts";
import type { Path } from "../../text/json/pointer.ts";
import { entriesOf, type JsonObject, type JsonSchema, listOf } from "../../text/json/value.ts";
import { bodyOf } from "../engine/body.ts";
import { inEntry } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const detailsCollision = defineRule({
  id: "details-collision",
  severity: "error",
  required: true,
  summary: "Details do not collide with the body's own members.",
  explanation:
    "Details stand beside the code, the message and the common members at the top of the body. A member of the same name would " +
    "overwrite them. Rename it, or describe it once in `body.properties`.",
  example: {
    wrong:
      "body: { code: /code, message: /message }\nerrors:\n  Conflict:\n    status: 409\n    solution: Try again.\n" +
      "    details: { type: object, properties: { message: { type: string } } }\n",
    right:
      "body: { code: /code, message: /message }\nerrors:\n  Conflict:\n    status: 409\n    solution: Try again.\n" +
      "    details: { type: object, properties: { reason: { type: string } } }\n",
  },
  reads: ["body"],
  *check({ root, entries }) {
    const { code, message, properties } = bodyOf(root.table);
    const owners = new Map(Object.keys(properties).map((name) => [name, "a common member of the body"]));
    owners.set(code[0] ?? "", "where the body holds the code");
    const held = code[0] === message[0] ? "code and the message" : "message";
    owners.set(message[0] ?? "", `where the body holds the ${held}`);
    for (const entry of entries) {
      if (entry.spec.details === undefined) continue;
      const reported = new Set<string>();
      for (const [name, at] of membersOf(entry.spec.details as JsonObject)) {
        const reason = owners.get(name);
        if (reason === undefined || reported.has(name)) continue;
        reported.add(name);
        yield {
          ...inEntry(entry, "details", ...at),
          at: typeof at.at(-1) === "number" ? "value" : "key",
          message: `The details of "${entry.code}" hold "${name}", which is ${reason}.`,
          help: "Rename the member.",
        };
      }
    }
  },
});

/** The keywords whose schemas can add members to the object. */
const MERGED: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "then", "else"]);

/** The names of members at the top of an object, with the members that its combinations and definitions add. */
function* membersOf(root: JsonObject): Iterable<readonly [name: string, path: Path]> {
  const seen = new Set<JsonSchema>();
  const open: (readonly [JsonSchema, Path])[] = [[root, []]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, path] = next;
    if (typeof schema === "boolean" || seen.has(schema)) continue;
    seen.add(schema);
    for (const [name] of entriesOf(schema["properties"])) yield [name, [...path, "properties", name]];
    for (const [index, name] of listOf<string>(schema["required"]).entries())
      yield [name, [...path, "required", index]];
    for (const [name] of entriesOf(schema["const"])) yield [name, [...path, "const", name]];
    for (const [index, value] of listOf(schema["enum"]).entries()) {
      for (const [name] of entriesOf(value)) yield [name, [...path, "enum", index, name]];
    }
    for (const inner of innerSchemas(schema)) {
      if (MERGED.has(inner.path[0])) open.push([inner.schema, [...path, ...inner.path]]);
    }
    const [, keyword = "", name = ""] = /^#\/(definitions|\$defs)\/(.+)$/.exec(String(schema["$ref"] ?? "")) ?? [];
    const target = (root[keyword] as JsonObject | undefined)?.[name];
    if (target !== undefined) open.push([target as JsonSchema, [keyword, name]]);
  }
}
