// Finds tables whose bodies may lack the code or the message now.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeOptional = defineChangeRule({
  id: "code-optional",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-became-optional", "AIP-180"],
  compiles: false,
  summary: "Bodies may lack the code or the message.",
  explanation:
    "Consumers rely on it: those that run already refuse bodies without it, and those that take the new types may no longer compile. Send it always.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: { at: /message, optional: true } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: { at: /message, optional: false } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    for (const part of ["code", "message"] as const) {
      if (old.body[part]?.isOptional !== false || after.body[part]?.isOptional !== true) continue;
      yield {
        part,
        old: false,
        new: true,
        message: `Bodies may lack the ${part} now: consumers that rely on it refuse such bodies.`,
        help: "Send it always, or release a new major version.",
        where: inTable("body", part, "optional"),
      };
    }
  },
});
