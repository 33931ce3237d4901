// Checks that no error has the name of a global or of the table itself.
import { isReserved, tableErrorNames } from "../../model/naming.ts";
import { namesOf } from "../engine/identifiers.ts";
import { defineRule } from "../engine/rule.ts";

export const reservedIdentifier = defineRule({
  id: "reserved-identifier",
  severity: "error",
  required: true,
  summary: "No identifier hides a global or a name of the table itself.",
  explanation:
    "A type TypeError in generated code would hide JavaScript's own from everyone who imports it, and an error named like the table " +
    "would clash with the union of all its errors. `identifier` gives the error another name; the code stays as it is.",
  example: {
    wrong: "errors:\n  TypeError: { status: 400, solution: Send a string. }\n",
    right: "errors:\n  TypeError: { status: 400, identifier: WrongType, solution: Send a string. }\n",
  },
  *check({ root, errors }) {
    const taken = new Set(tableErrorNames(root.table.name));
    for (const entry of errors.values()) {
      const { identifier, errorName, place } = namesOf(entry);
      if (identifier === "") continue;
      if (!taken.has(errorName) && !isReserved(errorName)) continue;
      const reason = taken.has(errorName) ? `a name of the table "${root.table.name}"` : "a global";
      yield {
        ...place,
        message: `"${entry.code}" would become "${errorName}" in generated code, which is ${reason}.`,
        help:
          entry.spec.identifier === undefined ? 'Give it an "identifier" of its own.' : "Choose another identifier.",
      };
    }
  },
});
