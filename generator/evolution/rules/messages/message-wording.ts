// Finds messages with other words.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { hasOtherParams, messageChange } from "../../differences/message-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageWording = defineChangeRule({
  id: "message-wording",
  level: "patch",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: messages may change where programs have other values", "Stripe: messages are no contract"],
  compiles: true,
  summary: "A message is worded anew.",
  explanation:
    "People read another text. Programs that run already read no params from the new message until they take the new types, and a reader answers with `undefined` then; a table whose texts are a contract says so with `textIsContract: true`.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "errors:\n  Gone: { status: 410, message: '%s is no more', params: { name: {} } }\n",
    fine: "errors:\n  Gone: { status: 410, message: '%s is gone', params: { name: { description: D } } }\n",
  },
  *find({ old: { textIsContract }, cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (textIsContract || messageChange(pair) !== "worded" || hasOtherParams(pair)) continue;
      yield {
        ...subjectOf(pair),
        old: old.template?.text ?? "",
        new: after.template?.text ?? "",
        message: `The message of ${nameOf(pair)} is worded anew.`,
        help: "Programs that run already read no values from the new text: name it in the changelog if some do.",
        where: inCase(pair, "message"),
      };
    }
  },
});
