// Finds tables whose codes may have one more type in bodies.
import { inTable } from "../../differences/change-places.ts";
import { codeTypes } from "../../differences/code-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeTypeWidened = defineChangeRule({
  id: "code-type-widened",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-type-generalized", "AIP-180"],
  compiles: false,
  summary: "Codes of another type may come as well.",
  explanation:
    "The codes that both versions have stay as they are. Consumers that run already take a code of the other type for no error of the API at all, and those that show unknown codes no longer compile where they take them for one type.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    new: "body: { code: { at: /code, type: [string, integer] }, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone, description: D }\n",
  },
  *find(comparison) {
    const types = codeTypes(comparison);
    if (types?.step !== "widened") return;
    yield {
      old: types.old,
      new: types.new,
      message: `Codes are of the type ${types.new} in bodies, and were of the type ${types.old}: consumers that run already do not take codes of the other type for codes.`,
      help: "Name it in the changelog.",
      where: inTable("body", "code", "type"),
    };
  },
});
