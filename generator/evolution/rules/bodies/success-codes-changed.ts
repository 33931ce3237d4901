// Finds codes that stand for success, or do not any more.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const successCodesChanged = defineChangeRule({
  id: "success-codes-changed",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["AIP-180"],
  compiles: true,
  summary: "Other codes stand for no error.",
  explanation:
    "Consumers take a body with such a code for an error, or no longer do. Programs that run already judge by the old list.",
  example: {
    old: "body: { code: { at: /code, type: integer, success: [0] }, message: /message }\nerrors:\n  404: { identifier: Gone, status: 404, message: is gone }\n",
    new: "body: { code: { at: /code, type: integer, success: [0, 1] }, message: /message }\nerrors:\n  404: { identifier: Gone, status: 404, message: is gone }\n",
    fine: "body: { code: { type: integer, at: /code, success: [0] }, message: /message }\nerrors:\n  404: { identifier: Gone, status: 404, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.code.success, after.body.code.success];
    if (before.length === now.length && before.every((each) => now.includes(each))) return;
    yield {
      old: before,
      new: now,
      message: `The codes that stand for no error are ${JSON.stringify(now)}, and were ${JSON.stringify(before)}: consumers that run already judge by the old list.`,
      help: "Name it in the changelog.",
      where: inTable("body", "code", "success"),
    };
  },
});
