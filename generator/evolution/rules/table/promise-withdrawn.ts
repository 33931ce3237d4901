// Finds promises about the table as a whole that are given up.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const promiseWithdrawn = defineChangeRule({
  id: "promise-withdrawn",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193", "Zalando rule 112 (closed enumerations)"],
  compiles: true,
  summary: "The table is no longer `closed`, or its texts are no contract any more.",
  explanation:
    "Consumers rely on the promise, and nothing tells them later that it does not hold any more. Give it up in a new major version.",
  example: {
    old: "closed: true\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "errors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "closed: true\ntextIsContract: true\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const promises = [
      ["closed", old.isClosed, after.isClosed, "the list of codes is complete"],
      ["textIsContract", old.textIsContract, after.textIsContract, "texts of messages stay as they are"],
    ] as const;
    for (const [field, before, now, meaning] of promises) {
      if (!before || now) continue;
      yield {
        part: field,
        old: true,
        new: false,
        message: `The table no longer promises that ${meaning}: consumers that rely on it are not told later.`,
        help: `Keep "${field}: true", or release a new major version.`,
        where: inTable(field),
      };
    }
  },
});
