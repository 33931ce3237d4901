// Finds errors whose messages servers no longer send.

import { inError } from "../../differences/change-places.ts";
import { hiddenShare } from "../../differences/exposure.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageHidden = defineChangeRule({
  id: "message-hidden",
  level: "dangerous",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: messages may change where programs have other values"],
  compiles: true,
  summary: "Servers answer with the message of the fallback instead of the error's own.",
  explanation:
    "By `expose` or `disclosure` the own message stays in the server. Consumers read no values from the other one, and people see less. Give values that programs need a place in " +
    "the body with `at`.",
  example: {
    old: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} } }\n",
    new: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} }, expose: generic }\n",
    fine: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} }, expose: message }\n",
  },
  *find({ old, new: after, errors }) {
    for (const pair of errors) {
      const [before, now] = [hiddenShare(pair.old, old), hiddenShare(pair.new, after)];
      if (now <= before) continue;
      yield {
        code: pair.old.code,
        old: before,
        new: now,
        message: `Servers answer with the message of the fallback instead of that of "${pair.new.code}"${now === 1 ? ", where the status is 500 or more" : ""}: consumers read no values from it.`,
        help: "Give values that programs need a place in the body.",
        where: inError(pair, "expose"),
      };
    }
  },
});
