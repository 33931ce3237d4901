// Checks that every code becomes an identifier.
import { chosenNames } from "../../model/chosen-names.ts";
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const noIdentifier = defineRule({
  id: "no-identifier",
  severity: "error",
  required: true,
  summary: "Every code becomes an identifier, or has one.",
  explanation:
    "Identifiers of generated code are made of the letters A to Z and the digits of the code. A code without any of them needs an " +
    "`identifier` beside it.",
  example: {
    wrong: "errors:\n  余额不足: { status: 402, solution: Top up. }\n",
    right: "errors:\n  余额不足: { status: 402, identifier: BalanceTooLow, solution: Top up. }\n",
  },
  rowFields: ["identifier"],
  *check(table) {
    const names = chosenNames(table);
    for (const entry of table.errors.values()) {
      if (names.has(entry.code)) continue;
      yield {
        ...keyOf(entry),
        message: `No identifier can be made of the code "${entry.code}".`,
        help: 'Add "identifier", for example "identifier: BalanceTooLow".',
      };
    }
  },
});
