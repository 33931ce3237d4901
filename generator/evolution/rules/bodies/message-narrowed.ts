// Finds messages that no longer have one of their types.
import { inTable } from "../../differences/change-places.ts";
import { messageTypes } from "../../differences/message-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageNarrowed = defineChangeRule({
  id: "message-narrowed",
  level: "major",
  side: "producer",
  scope: "wire",
  models: ["oasdiff response-property-type-specialized", "AIP-180"],
  compiles: true,
  summary: "Messages no longer come in one of their types.",
  explanation:
    "Consumers gain by it, once they talk to new servers alone: with the new types they refuse messages of the other type, which older servers send.",
  example: {
    old: "body: { code: /code, message: { at: /message, type: [string, array] } }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    new: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
    fine: "body: { code: /code, message: { at: /message, type: [array, string] } }\nerrors:\n  Gone: { status: 404, message: is gone }\n",
  },
  *find(comparison) {
    const types = messageTypes(comparison);
    if (types?.step !== "narrowed") return;
    yield {
      old: types.old,
      new: types.new,
      message: `The message is of the type ${types.new}, and could be of the type ${types.old}: bodies of older servers are refused.`,
      help: "Send one type from all servers first, and drop the other one in a later release.",
      where: inTable("body", "message", "type"),
    };
  },
});
