// Finds promises about the table as a whole that are new.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const promiseMade = defineChangeRule({
  id: "promise-made",
  level: "minor",
  side: "consumer",
  scope: "wire",
  models: ["AIP-193", "Zalando rule 112 (closed enumerations)"],
  compiles: true,
  summary: "The table is `closed`, or its texts are a contract, from now on.",
  explanation: "Consumers may rely on it from this version on. Later differences are judged by it.",
  example: {
    old: "errors:\n  Gone: { status: 410, message: is gone }\n",
    new: "closed: true\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "closed: false\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const promises = [
      ["closed", old.isClosed, after.isClosed, "the list of codes is complete"],
      ["textIsContract", old.textIsContract, after.textIsContract, "texts of messages stay as they are"],
    ] as const;
    for (const [field, before, now, meaning] of promises) {
      if (before || !now) continue;
      yield {
        part: field,
        old: false,
        new: true,
        message: `The table promises that ${meaning}.`,
        help: "Name it in the changelog.",
        where: inTable(field),
      };
    }
  },
});
