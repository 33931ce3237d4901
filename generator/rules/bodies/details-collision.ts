// Checks that the members of a single error do not contradict the members of every body.
import { bodyLayout, memberTokens } from "../../model/body-layout.ts";
import type { ResolvedCase, ResolvedTable } from "../../reader/table/resolve.ts";
import { violations } from "../../schema/conforms.ts";
import { COMBINATIONS, listedTypes } from "../../schema/keywords.ts";
import { innerSchemas } from "../../schema/walk.ts";
import { type Path, placeTokens, pointerText } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, type JsonSchema, listOf } from "../../text/json/value.ts";
import { readableMembers } from "../engine/body.ts";
import { inEntry, keyInEntry, labelOf } from "../engine/places.ts";
import { defineRule, type Finding } from "../engine/rule.ts";
import { checkParamPlaces, type Owner } from "./param-places.ts";
import { kindFault, openPosition } from "./tuple-places.ts";

export const detailsCollision = defineRule({
  id: "details-collision",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Details and params do not collide with the body's own members.",
  explanation:
    "Details stand beside the code, the message and the common members, and so does a param with a place in the body. A member of the same " +
    "name may narrow a common member, for example to fewer values, but it cannot replace the code or the message, or allow other types. " +
    "Two params have two places, and a param has the type that the details describe at its place. " +
    "Rename the member, or describe it once in `body.properties`.",
  example: {
    wrong:
      "body: { code: /code, message: /message }\nerrors:\n  Conflict:\n    status: 409\n    solution: Try again.\n" +
      "    details: { type: object, properties: { message: { type: string } } }\n",
    right:
      "body: { code: /code, message: /message }\nerrors:\n  Conflict:\n    status: 409\n    solution: Try again.\n" +
      "    details: { type: object, properties: { reason: { type: string } } }\n",
  },
  reads: ["body", "placeholders"],
  *check(table) {
    const owners = ownersOf(table);
    for (const one of table.cases) {
      const { spec } = one;
      if (spec.details !== undefined) yield* checkDetails(one, owners);
      else if (spec.at !== undefined) {
        yield {
          ...keyInEntry(one, "at"),
          message: `"${labelOf(one)}" has a place of details, but no details.`,
          help: "Remove it, or describe the details.",
        };
      }
      yield* checkParamPlaces(one, owners);
      yield* checkOwnPositions(one, owners);
    }
  },
});

function ownersOf(table: ResolvedTable): readonly Owner[] {
  const { code, message } = bodyLayout(table.root.table.body);
  return [
    { at: code.at, reason: "where the body holds the code", isNeeded: true },
    ...(message === undefined
      ? []
      : [{ at: message.at, reason: "where the body holds the message", isNeeded: !message.isOptional }]),
    ...readableMembers(table).map(({ at, schema, required }) => ({
      at,
      reason: "a common member of the body",
      schema,
      isNeeded: required,
    })),
  ];
}

/** A tuple has values at all positions before the details and the params. */
function* checkOwnPositions(one: ResolvedCase, owners: readonly Owner[]): Iterable<Finding> {
  const { at, details, params = {} } = one.spec;
  const own = [
    ...(at === undefined || details === undefined
      ? []
      : [{ name: "The details", at: placeTokens(at), place: keyInEntry(one, "at") }]),
    ...Object.entries(params).flatMap(([name, { at: written }]) =>
      written === undefined
        ? []
        : [{ name: `The param "${name}"`, at: placeTokens(written), place: inEntry(one, "params", name, "at") }],
    ),
  ];
  const needed = [...owners.filter(({ isNeeded }) => isNeeded), ...own].map((each) => each.at);
  for (const { name, at: place, ...found } of own) {
    const open = openPosition(place, needed);
    if (open === undefined) continue;
    yield {
      ...found.place,
      message: `${name} of "${labelOf(one)}" stands in a tuple at "${pointerText(place)}", but bodies may lack "${pointerText(open)}".`,
      help: 'Describe that position in "body.properties" and add it to "body.required", or use it.',
    };
  }
}

function* checkDetails(one: ResolvedCase, owners: readonly Owner[]): Iterable<Finding> {
  const at = one.spec.at === undefined ? [] : memberTokens(one.spec.at);
  // The details are an object, and so are the values on the way to them.
  const fault = owners.map((owner) => kindFault([...at, ""], owner.at)).find((each) => each !== undefined);
  if (fault !== undefined) {
    yield {
      ...inEntry(one, "details"),
      message: `A place for the details of "${labelOf(one)}" ${fault} in every body.`,
      help: 'Place them at a position of the tuple, as "at: /3", or below another member.',
    };
    return;
  }
  const reported = new Set<string>();
  for (const [name, path, schema] of membersOf(one.spec.details as JsonObject)) {
    const place = [...at, name];
    const owner = owners.find((each) => pointerText(each.at.slice(0, place.length)) === pointerText(place));
    if (owner === undefined || reported.has(name) || narrows(schema, owner, place)) continue;
    reported.add(name);
    yield {
      ...inEntry(one, "details", ...path),
      at: typeof path.at(-1) === "number" ? "value" : "key",
      message: `The details of "${labelOf(one)}" hold "${name}", which is ${owner.reason}.`,
      help:
        owner.schema === undefined
          ? "Rename the member."
          : "Rename the member, or narrow its type to some of the common values.",
    };
  }
}

/** Whether the schema allows some of the owner's values at least, and no other type. */
function narrows(schema: JsonSchema | undefined, owner: Owner, place: Path): boolean {
  if (schema === undefined || owner.schema === undefined || owner.at.length !== place.length) return false;
  if (!isObject(schema)) return false;
  const values: readonly Json[] = schema["const"] === undefined ? listOf(schema["enum"]) : [schema["const"]];
  const common = owner.schema;
  if (values.length > 0) return values.every((value) => [...violations(common, value)].length === 0);
  if (!isObject(common)) return common;
  const allowed = new Set(listedTypes(common));
  const types = listedTypes(schema) ?? [];
  return types.length > 0 && types.every((type) => allowed.has(type) || (type === "integer" && allowed.has("number")));
}

/** The keywords whose schemas can add members to the object. */
const MERGED: ReadonlySet<string> = new Set([...COMBINATIONS, "then", "else"]);

/** The members at the top of an object with their schemas, also the members that its combinations and definitions add. */
function* membersOf(root: JsonObject): Iterable<readonly [name: string, path: Path, schema?: JsonSchema]> {
  const seen = new Set<JsonSchema>();
  const open: (readonly [JsonSchema, Path])[] = [[root, []]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, path] = next;
    if (typeof schema === "boolean" || seen.has(schema)) continue;
    seen.add(schema);
    for (const [name, inner] of entriesOf(schema["properties"]))
      yield [name, [...path, "properties", name], inner as JsonSchema];
    const declared = new Set(entriesOf(schema["properties"]).map(([name]) => name));
    for (const [index, name] of listOf<string>(schema["required"]).entries())
      if (!declared.has(name)) yield [name, [...path, "required", index]];
    for (const [name, value] of entriesOf(schema["const"])) yield [name, [...path, "const", name], { const: value }];
    for (const [index, value] of listOf(schema["enum"]).entries()) {
      for (const [name, inner] of entriesOf(value)) yield [name, [...path, "enum", index, name], { const: inner }];
    }
    for (const inner of innerSchemas(schema)) {
      if (MERGED.has(inner.path[0])) open.push([inner.schema, [...path, ...inner.path]]);
    }
    const [, keyword = "", name = ""] = /^#\/(definitions|\$defs)\/(.+)$/.exec(String(schema["$ref"] ?? "")) ?? [];
    const target = (root[keyword] as JsonObject | undefined)?.[name];
    if (target !== undefined) open.push([target as JsonSchema, [keyword, name]]);
  }
}
