// Checks that no two codes become the same identifier.
import type { ResolvedError } from "../../reader/table/resolve.ts";
import { namesOf } from "../engine/identifiers.ts";
import { defineRule, type FindingPlace } from "../engine/rule.ts";

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
    const owners = new Map<string, { readonly entry: ResolvedError; readonly place: FindingPlace }>();
    for (const entry of errors.values()) {
      const { identifier, errorName, place } = namesOf(entry);
      if (identifier === "") continue;
      const other = owners.get(errorName);
      if (other === undefined) owners.set(errorName, { entry, place });
      else {
        yield {
          ...place,
          message: `"${entry.code}" and "${other.entry.code}" both become "${errorName}" in generated code.`,
          help: 'Give one of the two an "identifier" of its own.',
          related: [{ ...other.place, message: `"${other.entry.code}" becomes "${errorName}" here.` }],
        };
      }
    }
  },
});
