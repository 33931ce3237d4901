// Checks that no two written identifiers are the same name in generated code.
import { namedEntries } from "../engine/identifiers.ts";
import { repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const sameIdentifier = defineRule({
  id: "same-identifier",
  severity: "error",
  required: true,
  summary: "No two codes have the same identifier.",
  explanation:
    "Generated code names each error after its `identifier`, with Error at its end, so `Quota` and `QuotaError` are the same name as well. " +
    "Choose another one; the code that travels stays as it is.",
  example: {
    wrong:
      "errors:\n  q.exceeded: { status: 403, identifier: Quota, solution: Buy more. }\n" +
      "  q.used: { status: 403, identifier: QuotaError, solution: Wait. }\n",
    right:
      "errors:\n  q.exceeded: { status: 403, identifier: Quota, solution: Buy more. }\n" +
      "  q.used: { status: 403, identifier: QuotaUsed, solution: Wait. }\n",
  },
  rowFields: ["identifier"],
  *check(table) {
    const written = namedEntries(table).filter(({ isWritten }) => isWritten);
    for (const [{ entry, errorName, place }, first] of repetitions(written, (one) => one.errorName)) {
      yield {
        ...place,
        message: `"${entry.code}" and "${first.entry.code}" both become "${errorName}" in generated code.`,
        help: "Choose another identifier for one of the two.",
        related: [{ ...first.place, message: `"${first.entry.code}" becomes "${errorName}" here.` }],
      };
    }
  },
});
