// Finds messages that may have one more type.
import { inTable } from "../../differences/change-places.ts";
import { messageTypes } from "../../differences/message-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageWidened = defineChangeRule({
  id: "message-widened",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-type-generalized", "AIP-180"],
  compiles: false,
  summary: "Messages of another type may come as well.",
  explanation:
    "Consumers that run already refuse a list or a map where they know texts, and those that take the new types no longer compile where they take the message for a text. Keep the types, or send the list in a member of its own.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    new: "body: { code: /code, message: { at: /message, type: [string, array] } }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone, description: D }\n",
  },
  *find(comparison) {
    const types = messageTypes(comparison);
    if (types?.step !== "widened") return;
    yield {
      old: types.old,
      new: types.new,
      message: `The message may be of the type ${types.new}, and was of the type ${types.old}: consumers that run already refuse bodies with the other one.`,
      help: "Keep the types of the message, or send the list or the map in a member of its own.",
      where: inTable("body", "message", "type"),
    };
  },
});
