// Finds tables whose codes have another beginning in bodies.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codePrefixChanged = defineChangeRule({
  id: "code-prefix-changed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["AIP-180", "oasdiff response-property-enum-value-removed"],
  compiles: false,
  summary: "Codes have another text before them in bodies.",
  explanation: "Consumers that run already do not recognise any code. Keep the prefix.",
  example: {
    old: "body: { code: { at: /code, prefix: 'urn:a:' }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: { at: /code, prefix: 'urn:b:' }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: { prefix: 'urn:a:', at: /code }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.code.prefix, after.body.code.prefix];
    if (before === now) return;
    yield {
      old: before,
      new: now,
      message: `Codes begin with "${now}" in bodies, and began with "${before}": consumers that run already recognise none.`,
      help: "Keep the prefix, or release a new major version.",
      where: inTable("body", "code", "prefix"),
    };
  },
});
