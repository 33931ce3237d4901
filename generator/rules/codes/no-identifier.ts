// Checks that every code becomes an identifier.
import { namesOf } from "../engine/identifiers.ts";
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
  *check({ errors }) {
    for (const entry of errors.values()) {
      const { identifier, place } = namesOf(entry);
      if (identifier !== "") continue;
      yield {
        ...place,
        message: `No identifier can be made of the code "${entry.code}".`,
        help: 'Add "identifier", for example "identifier: BalanceTooLow".',
      };
    }
  },
});
