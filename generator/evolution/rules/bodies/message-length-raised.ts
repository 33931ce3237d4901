// Finds tables whose messages may be longer than before.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageLengthRaised = defineChangeRule({
  id: "message-length-raised",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff response-property-max-length-increased"],
  compiles: true,
  summary: "Messages may be longer than before.",
  explanation:
    "Guards of consumers that run already refuse longer messages, and columns of databases cut them off. Keep the limit.",
  example: {
    old: "body: { code: /code, message: { at: /message, maxLength: 100 } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: { at: /message, maxLength: 200 } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: { maxLength: 100, at: /message } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.message?.maxLength, after.body.message?.maxLength];
    if (before === undefined || after.body.message === undefined || (now !== undefined && now <= before)) return;
    yield {
      old: before,
      ...(now === undefined ? {} : { new: now }),
      message: `Messages may have ${now === undefined ? "any number of" : now} characters, and had at most ${before}: consumers that run already refuse longer ones.`,
      help: "Keep the limit, or release a new major version.",
      where: inTable("body", "message", "maxLength"),
    };
  },
});
