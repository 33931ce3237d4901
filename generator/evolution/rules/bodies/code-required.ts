// Finds tables whose bodies always have the code or the message from now on.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeRequired = defineChangeRule({
  id: "code-required",
  level: "minor",
  side: "both",
  scope: "both",
  models: ["oasdiff response-property-became-required"],
  compiles: true,
  summary: "Bodies always have the code or the message.",
  explanation:
    "Consumers that look whether it is there go on as before. With the new types they refuse bodies of older servers that lack it.",
  example: {
    old: "body: { code: /code, message: { at: /message, optional: true } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: { optional: true, at: /message } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    for (const part of ["code", "message"] as const) {
      if (old.body[part]?.isOptional !== true || after.body[part]?.isOptional !== false) continue;
      yield {
        part,
        old: true,
        new: false,
        message: `Bodies always have the ${part} now.`,
        help: "Check that all servers send it.",
        where: inTable("body", part),
      };
    }
  },
});
