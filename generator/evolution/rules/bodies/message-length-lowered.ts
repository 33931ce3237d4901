// Finds tables whose messages have a lower limit.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageLengthLowered = defineChangeRule({
  id: "message-length-lowered",
  level: "dangerous",
  side: "producer",
  scope: "wire",
  models: ["oasdiff request-property-max-length-decreased (the other way round)"],
  compiles: true,
  summary: "Messages may not be as long as before.",
  explanation:
    "Producers have to keep to the limit; with the new types consumers refuse longer messages of servers that run already.",
  example: {
    old: "body: { code: /code, message: { at: /message, maxLength: 200 } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: { at: /message, maxLength: 100 } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: { maxLength: 200, at: /message } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.message?.maxLength, after.body.message?.maxLength];
    if (old.body.message === undefined || now === undefined || (before !== undefined && now >= before)) return;
    yield {
      ...(before === undefined ? {} : { old: before }),
      new: now,
      message: `Messages may have at most ${now} characters: producers have to keep to that, and longer messages of older servers are refused.`,
      help: "Check the servers first.",
      where: inTable("body", "message", "maxLength"),
    };
  },
});
