// Finds tables whose codes stand in another header.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeHeaderChanged = defineChangeRule({
  id: "code-header-changed",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff required-response-header-removed"],
  compiles: true,
  summary: "The code stands in another response header, or in none.",
  explanation:
    "Where bodies have no code, consumers read it from the header, and find none. Send both headers for one release.",
  example: {
    old: "body: { code: { at: /code, header: X-Error }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: { at: /code, header: X-Code }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: { at: /code, header: x-error }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.code.header, after.body.code.header];
    if (before === undefined || before.toLowerCase() === now?.toLowerCase()) return;
    yield {
      old: before,
      ...(now === undefined ? {} : { new: now }),
      message: `The header "${before}" no longer has the code${now === undefined ? "" : `, but "${now}"`}: consumers that run already do not find it there.`,
      help: "Send the old header for one release.",
      where: inTable("body", "code", "header"),
    };
  },
});
