// Finds tables whose codes no longer have one of their types in bodies.
import { inTable } from "../../differences/change-places.ts";
import { codeTypes } from "../../differences/code-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeTypeNarrowed = defineChangeRule({
  id: "code-type-narrowed",
  level: "minor",
  side: "producer",
  scope: "wire",
  models: ["oasdiff response-property-type-specialized", "AIP-180"],
  compiles: true,
  summary: "Codes no longer come in one of two types.",
  explanation:
    "The codes that both versions have stay as they are, and no code of the table had the other type. With the new types consumers take codes of that type for no errors of the API.",
  example: {
    old: "body: { code: { at: /code, type: [string, integer] }, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    new: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "body: { code: { at: /code, type: [integer, string] }, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
  },
  *find(comparison) {
    const types = codeTypes(comparison);
    if (types?.step !== "narrowed") return;
    yield {
      old: types.old,
      new: types.new,
      message: `Codes are of the type ${types.new} in bodies, and were of the type ${types.old}.`,
      help: "Nothing has to be done where no server sends codes of the other type.",
      where: inTable("body", "code", "type"),
    };
  },
});
