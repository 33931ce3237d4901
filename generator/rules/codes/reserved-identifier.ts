// Checks that no written identifier is the name of a global or of the table itself.
import { besideGlobals, errorNameOf, isReserved, tableErrorNames } from "../../model/naming.ts";
import { namedEntries } from "../engine/identifiers.ts";
import { defineRule, replacement } from "../engine/rule.ts";

export const reservedIdentifier = defineRule({
  id: "reserved-identifier",
  severity: "error",
  required: true,
  summary: "No identifier hides a global or a name of the table itself.",
  explanation:
    "A type TypeError in generated code would hide JavaScript's own in every file that imports it, and an error named like the table " +
    "would clash with the union of all its errors. A code such as `syntax_error` has the table's name before it, ShopSyntaxError; an " +
    "`identifier` is taken as it is written, so it must be another one.",
  example: {
    wrong: "errors:\n  wrong_type: { status: 400, identifier: TypeError, solution: Send a string. }\n",
    right:
      "errors:\n  wrong_type: { status: 400, identifier: WrongType, solution: Send a string. }\n" +
      "  type_error: { status: 400, solution: Send a number. }\n",
  },
  reads: ["name"],
  rowFields: ["identifier"],
  *check(table) {
    const { name } = table.root.table;
    const taken = new Set(tableErrorNames(name));
    const named = namedEntries(table);
    let used: ReadonlySet<string> | undefined;
    for (const { entry, identifier, errorName, isWritten, place } of named) {
      if (!isWritten || (!taken.has(errorName) && !isReserved(errorName))) continue;
      const reason = taken.has(errorName) ? `a name of the table "${name}"` : "a global";
      const free = besideGlobals(identifier, name);
      used ??= new Set(named.map((one) => errorNameOf(one.identifier)));
      yield {
        ...place,
        message: `"${entry.code}" would become "${errorName}" in generated code, which is ${reason}.`,
        help: `Choose another identifier, such as "${free}".`,
        fix: used.has(errorNameOf(free)) ? undefined : replacement(free),
      };
    }
  },
});
