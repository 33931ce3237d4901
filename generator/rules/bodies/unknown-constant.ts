// Checks that constants are values of common members.
import { bodyLayout, memberKey, memberTokens } from "../../model/body-layout.ts";
import { violations } from "../../schema/conforms.ts";
import type { Json } from "../../text/json/value.ts";
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
    const members = new Map(bodyLayout(root.table.body).members.map(({ at, schema }) => [memberKey(at), schema]));
    for (const one of cases) {
      for (const [written, value] of Object.entries(one.spec.constants ?? {})) {
        const key = memberKey(memberTokens(written));
        const schema = readable(members.get(key));
        if (!members.has(key)) {
          yield {
            ...keyInEntry(one, "constants", written),
            message: `The constant "${written}" of "${labelOf(one)}" is no common member of the body.`,
            help: nearest(key, [...members.keys()], "The common members are", 'Describe it in "body.properties".'),
          };
          continue;
        }
        const [first] = schema === undefined ? [] : violations(schema, value as Json);
        if (first === undefined) continue;
        yield {
          ...inEntry(one, "constants", written),
          message: `The constant "${written}" of "${labelOf(one)}" ${first.message}.`,
          help: `Correct it, or the schema of "${key}" in "body.properties".`,
        };
      }
    }
  },
});
