// Finds tables whose codes have another type in bodies.

import { inTable } from "../../differences/change-places.ts";
import { codeTypes } from "../../differences/code-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeTypeChanged = defineChangeRule({
  id: "code-type-changed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-property-type-changed", "AIP-180"],
  compiles: false,
  summary: "Codes have another type in bodies.",
  explanation:
    'The string "404" is not the integer 404: consumers that run already do not recognise any code. Keep the type.',
  example: {
    old: 'body: { code: /code, message: /message }\nerrors:\n  "404": { identifier: Gone, status: 404, message: is gone }\n',
    new: "body: { code: { at: /code, type: integer }, message: /message }\nerrors:\n  404: { identifier: Gone, status: 404, message: is gone }\n",
    fine: 'body: { code: { at: /code, type: string }, message: /message }\nerrors:\n  "404": { identifier: Gone, status: 404, message: is gone }\n',
  },
  *find(comparison) {
    const types = codeTypes(comparison);
    if (types?.step !== "changed") return;
    yield {
      old: types.old,
      new: types.new,
      message: `Codes are of the type ${types.new} in bodies, and were of the type ${types.old}: consumers that run already do not recognise them.`,
      help: "Keep the type, or release a new major version.",
      where: inTable("body", "code", "type"),
    };
  },
});
