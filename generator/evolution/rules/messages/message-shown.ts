// Finds errors whose messages servers send, and did not send before.

import { inError } from "../../differences/change-places.ts";
import { hiddenShare } from "../../differences/exposure.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageShown = defineChangeRule({
  id: "message-shown",
  level: "minor",
  side: "both",
  scope: "wire",
  models: ["AIP-193: messages may change where programs have other values"],
  compiles: true,
  summary: "Servers answer with the error's own message instead of that of the fallback.",
  explanation:
    "Consumers can read its values. Make sure that none of them is a secret: the own message leaves the server from now on.",
  example: {
    old: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} }, expose: generic }\n",
    new: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} } }\n",
    fine: "errors:\n  Down: { status: 503, message: 'disk %s is full', params: { disk: {} }, expose: generic, description: D }\n",
  },
  *find({ old, new: after, errors }) {
    for (const pair of errors) {
      const [before, now] = [hiddenShare(pair.old, old), hiddenShare(pair.new, after)];
      if (now >= before) continue;
      yield {
        code: pair.old.code,
        old: before,
        new: now,
        message: `Servers answer with the message of "${pair.new.code}" instead of that of the fallback.`,
        help: "Make sure that no value in it is a secret.",
        where: inError(pair, "expose"),
      };
    }
  },
});
