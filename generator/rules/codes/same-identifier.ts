// Checks that no two codes become the same identifier.
import { namesOf } from "../engine/identifiers.ts";
import { repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const sameIdentifier = defineRule({
  id: "same-identifier",
  severity: "error",
  required: true,
  summary: "Codes become different identifiers.",
  explanation:
    "Generated code names each error after its code: `quota.exceeded` becomes QuotaExceededError, and so does `QUOTA_EXCEEDED`. " +
    "`identifier` gives one of the two a name of its own; the code that travels stays as it is.",
  example: {
    wrong:
      "errors:\n  quota.exceeded: { status: 403, solution: Buy more. }\n  QUOTA_EXCEEDED: { status: 403, solution: Wait. }\n",
    right:
      "errors:\n  quota.exceeded: { status: 403, solution: Buy more. }\n" +
      "  QUOTA_EXCEEDED: { status: 403, identifier: LegacyQuotaExceeded, solution: Wait. }\n",
  },
  *check({ errors }) {
    const named = [...errors.values()].filter((entry) => namesOf(entry).identifier !== "");
    for (const [entry, first] of repetitions(named, (one) => namesOf(one).errorName)) {
      const { errorName, place } = namesOf(entry);
      yield {
        ...place,
        message: `"${entry.code}" and "${first.code}" both become "${errorName}" in generated code.`,
        help: 'Give one of the two an "identifier" of its own.',
        related: [{ ...namesOf(first).place, message: `"${first.code}" becomes "${errorName}" here.` }],
      };
    }
  },
});
