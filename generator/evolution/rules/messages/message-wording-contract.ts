// Finds messages with other words, in tables whose texts are a contract.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { messageChange } from "../../differences/message-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageWordingContract = defineChangeRule({
  id: "message-wording-contract",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: messages are frozen unless programs have other values"],
  compiles: true,
  summary: "A message is worded anew in a table whose texts are a contract.",
  explanation:
    "With `textIsContract: true` programs may compare and search messages. Those that run already do not recognise the new one. Keep the words, or deprecate the code in favour of a new one.",
  example: {
    old: "textIsContract: true\nerrors:\n  Gone: { status: 410, message: '%s is gone', params: { name: {} } }\n",
    new: "textIsContract: true\nerrors:\n  Gone: { status: 410, message: '%s is no more', params: { name: {} } }\n",
    fine: "textIsContract: true\nerrors:\n  Gone: { status: 410, message: '%1$s is gone', params: { name: {} } }\n",
  },
  *find({ old: { textIsContract }, cases }) {
    for (const pair of cases) {
      const { old, new: after } = pair;
      if (!textIsContract || messageChange(pair) !== "worded") continue;
      yield {
        ...subjectOf(pair),
        old: old.template?.text ?? "",
        new: after.template?.text ?? "",
        message: `The message of ${nameOf(pair)} is worded anew, and the texts of this table are a contract: consumers that compare it do not recognise it.`,
        help: "Keep the words, or deprecate the code in favour of a new one.",
        where: inCase(pair, "message"),
      };
    }
  },
});
