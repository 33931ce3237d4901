// Members that only one error carries may not be members that every body has.

import type { Path } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject, type JsonSchema } from "../../text/json/value.ts";
import { bodyOf } from "../engine/body.ts";
import type { Rule } from "../engine/rule.ts";

export const detailsCollision: Rule = {
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
  *check({ root, entries }) {
    const { code, message, properties } = bodyOf(root.table);
    const owners = new Map(Object.keys(properties).map((name) => [name, "a common member of the body"]));
    owners.set(code[0] ?? "", "where the body holds the code");
    owners.set(
      message[0] ?? "",
      `where the body holds the ${code[0] === message[0] ? "code and the message" : "message"}`,
    );
    for (const { code: owner, spec, path, owner: table } of entries) {
      if (spec.details === undefined) continue;
      const told = new Set<string>();
      for (const [name, at] of membersOf(spec.details as JsonObject)) {
        const reason = owners.get(name);
        if (reason === undefined || told.has(name)) continue;
        told.add(name);
        yield {
          document: table.document,
          path: [...path, "details", ...at],
          at: typeof at.at(-1) === "number" ? "value" : "key",
          message: `The details of "${owner}" hold "${name}", which is ${reason}.`,
          help: "Rename the member.",
        };
      }
    }
  },
};

/** The names of members at the top of an object, also those that its combinations and definitions bring in. */
function* membersOf(root: JsonObject): Iterable<readonly [name: string, path: Path]> {
  const seen = new Set<JsonSchema>();
  const open: (readonly [JsonSchema, Path])[] = [[root, []]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, path] = next;
    if (typeof schema === "boolean" || seen.has(schema)) continue;
    seen.add(schema);
    for (const name of Object.keys(schema["properties"] ?? {})) yield [name, [...path, "properties", name]];
    for (const [index, name] of ((schema["required"] ?? []) as readonly string[]).entries()) {
      yield [name, [...path, "required", index]];
    }
    if (isObject(schema["const"]))
      for (const name of Object.keys(schema["const"])) yield [name, [...path, "const", name]];
    for (const [index, value] of ((schema["enum"] ?? []) as readonly Json[]).entries()) {
      if (isObject(value)) for (const name of Object.keys(value)) yield [name, [...path, "enum", index, name]];
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const branches = (schema[keyword] ?? []) as readonly JsonSchema[];
      for (const [index, branch] of branches.entries()) open.push([branch, [...path, keyword, index]]);
    }
    for (const keyword of ["then", "else"]) {
      if (schema[keyword] !== undefined) open.push([schema[keyword] as JsonSchema, [...path, keyword]]);
    }
    const [, keyword = "", name = ""] = /^#\/(definitions|\$defs)\/(.+)$/.exec(String(schema["$ref"] ?? "")) ?? [];
    const target = (root[keyword] as JsonObject | undefined)?.[name];
    if (target !== undefined) open.push([target as JsonSchema, [keyword, name]]);
  }
}
