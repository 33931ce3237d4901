// Finds tables that have another name.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const tableRenamed = defineChangeRule({
  id: "table-renamed",
  level: "major",
  side: "both",
  scope: "source",
  models: ["buf FILE_SAME_PACKAGE", "AIP-180 source compatibility"],
  compiles: false,
  summary: "The table has another name.",
  explanation:
    "The name begins the exports for the whole table in generated code, so that programs no longer compile. The option `prefix` of a TypeScript target keeps the old exports.",
  example: {
    old: "name: Shop\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "name: Store\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "name: Shop\ntitle: Store\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    if (old.name === after.name) return;
    yield {
      old: old.name,
      new: after.name,
      message: `The table is called "${after.name}" instead of "${old.name}": programs that use its exports no longer compile.`,
      help: `Keep the exports with the option "prefix: ${old.name}" of its TypeScript targets.`,
      where: inTable("name"),
    };
  },
});
