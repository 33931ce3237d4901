// Checks that constants are values of common members.
import { bodyLayout, memberKey, memberTokens } from "../../model/body-layout.ts";
import { itemPlace } from "../../model/item-place.ts";
import { isXmlType } from "../../model/media-type.ts";
import { violations } from "../../schema/conforms.ts";
import { COMBINATIONS, listedTypes, type SchemaType } from "../../schema/keywords.ts";
import { heldParts, ITEM } from "../../schema/members.ts";
import { isPosition, type Path } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonSchema } from "../../text/json/value.ts";
import { readable } from "../engine/body.ts";
import { inEntry, keyInEntry, labelOf, nearest } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const unknownConstant = defineRule({
  id: "unknown-constant",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Constants are values that common members of the body can have.",
  explanation:
    "A constant is the value that a common member has for one error, so the member stands in `body.properties`, and its schema allows the value. " +
    'Where the member stands in a list, "-" in its pointer is some item, as in /details/-/reason, and the list stands in `body.properties`. ' +
    "Correct the name or the value, or describe the member.",
  example: {
    wrong:
      "body: { code: /code, message: /message, properties: { kind: { enum: [card, api] } } }\n" +
      "errors:\n  Declined: { status: 402, constants: { kind: cards }, solution: Use another card. }\n",
    right:
      "body: { code: /code, message: /message, properties: { kind: { enum: [card, api] } } }\n" +
      "errors:\n  Declined: { status: 402, constants: { kind: card }, solution: Use another card. }\n",
  },
  reads: ["body"],
  *check({ root, cases }) {
    const { members, mediaType } = bodyLayout(root.table.body);
    const schemas = new Map(members.map(({ at, schema }) => [memberKey(at), schema]));
    for (const one of cases) {
      for (const [written, value] of Object.entries(one.spec.constants ?? {})) {
        const { list, inner } = itemPlace(memberTokens(written));
        const key = memberKey(list ?? inner);
        const place = keyInEntry(one, "constants", written);
        const subject = `The constant "${written}" of "${labelOf(one)}"`;
        if (!schemas.has(key)) {
          const outer = members.find(({ at }) => at.every((token, index) => token === (list ?? inner)[index]));
          yield {
            ...place,
            message: `${subject} is no common member of the body.`,
            help:
              outer === undefined
                ? nearest(key, [...schemas.keys()], "The common members are", 'Describe it in "body.properties".')
                : `In "body.properties", describe "${key}" and other members of "${memberKey(outer.at)}" one by one, in place of "${memberKey(outer.at)}".`,
          };
          continue;
        }
        const schema = readable(schemas.get(key));
        const fault = list === undefined ? undefined : listFault(inner, schema, isXmlType(mediaType));
        if (fault !== undefined) yield { ...place, message: `${subject} ${fault.message}`, help: fault.help };
        const stray = list === undefined || fault !== undefined ? undefined : strayMember(inner, schema);
        if (stray !== undefined) {
          const { name, names } = stray;
          yield {
            ...place,
            message: `${subject} names a member "${name}" that the items of the list do not have.`,
            help: nearest(name, names, "Their members are", `Describe it in the items of "${key}".`),
          };
          continue;
        }
        const own = list === undefined ? schema : memberOfItem(schema, inner);
        const [first] = fault !== undefined || own === undefined ? [] : violations(own, value as Json);
        if (first === undefined) continue;
        yield {
          ...inEntry(one, "constants", written),
          message: `${subject} ${first.message}.`,
          help: `Correct it, or the schema of "${key}" in "body.properties".`,
        };
      }
    }
  },
});

/** The reason why no item of the list can have the constant. */
function listFault(
  inner: Path,
  schema: JsonSchema | undefined,
  isXml: boolean,
): { readonly message: string; readonly help: string } | undefined {
  if (isXml)
    return {
      message: 'goes through a list ("-"), and XML does not tell a list of one item from the item.',
      help: "Name a member that is in no list.",
    };
  if (inner.includes(ITEM))
    return {
      message: 'goes through two lists ("-"), and a constant stands in one list at most.',
      help: "Name a member of an item of the outer list.",
    };
  if (!allowsType(schema, "array"))
    return {
      message: 'goes through an item ("-") of a member that is no list.',
      help: "Write the place without the item, or give the member the type array.",
    };
  const owners = inner.map((_, index) => memberOfItem(schema, inner.slice(0, index)));
  const wrong = owners.findIndex((owner, index) => !allowsType(owner, isPosition(inner[index]) ? "array" : "object"));
  if (wrong < 0) return undefined;
  return isPosition(inner[wrong])
    ? {
        message: 'goes through an item ("-") to a position in a value that is no list.',
        help: "Name the item itself, or a position in an item that is a list.",
      }
    : {
        message: 'goes through an item ("-") to a member of a value that is no object.',
        help: "Name the item itself, or a member of an item that is an object.",
      };
}

/** The first name on the way into an item that its object does not have, though some are described. */
function strayMember(
  inner: Path,
  schema: JsonSchema | undefined,
): { readonly name: string; readonly names: readonly string[] } | undefined {
  for (const [index, name] of inner.entries()) {
    const owner = memberOfItem(schema, inner.slice(0, index));
    const isWhole = isObject(owner) && !["patternProperties", ...COMBINATIONS].some((one) => Object.hasOwn(owner, one));
    const names = isWhole ? heldParts(owner).map(({ token }) => String(token)) : [];
    if (names.length > 0 && !names.includes(String(name))) return { name: String(name), names };
  }
  return undefined;
}

function allowsType(schema: JsonSchema | undefined, type: SchemaType): boolean {
  return !isObject(schema) || (listedTypes(schema)?.includes(type) ?? true);
}

/** The schema of a member of the items; undefined where the table does not describe it. */
function memberOfItem(list: JsonSchema | undefined, inner: Path): JsonSchema | undefined {
  return inner.reduce<Json | undefined>(
    (schema, token) => heldParts((schema ?? true) as JsonSchema).find((part) => part.token === token)?.schema,
    isObject(list) ? list["items"] : undefined,
  ) as JsonSchema | undefined;
}
