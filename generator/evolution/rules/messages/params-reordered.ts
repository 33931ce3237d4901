// Finds messages in which the same words stand around other values.

import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { messageChange } from "../../differences/message-changes.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const paramsReordered = defineChangeRule({
  id: "params-reordered",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193: messages and metadata", "MySQL comp_err (order of arguments)"],
  compiles: true,
  summary: "The values of a message stand in another order between the same words.",
  explanation:
    "Programs that run already still read the message, and take each value for another one; nothing tells them. Word the message anew when its values change places, so that " +
    "they read nothing instead of something wrong.",
  example: {
    old: "errors:\n  Full: { status: 409, message: '%d of %d places are taken', params: { taken: {}, all: {} } }\n",
    new: "errors:\n  Full: { status: 409, message: '%d of %d places are taken', params: { all: {}, taken: {} } }\n",
    fine: "errors:\n  Full: { status: 409, message: '%2$d of %1$d places are taken', params: { all: {}, taken: {} } }\n",
  },
  *find({ cases }) {
    for (const pair of cases) {
      if (messageChange(pair) !== "swapped") continue;
      const names = ({ params }: typeof pair.old) => params.map(({ name }) => name);
      yield {
        ...subjectOf(pair),
        old: [pair.old.template?.text ?? "", ...names(pair.old)],
        new: [pair.new.template?.text ?? "", ...names(pair.new)],
        message: `The values in the message of ${nameOf(pair)} change places: consumers that run already take each for another one.`,
        help: "Keep the order, or word the message anew as well.",
        where: inCase(pair, "params"),
      };
    }
  },
});
