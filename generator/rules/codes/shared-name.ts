// Checks that the name of a code does not depend on the codes above it.
import { namedEntries } from "../engine/identifiers.ts";
import { defineRule } from "../engine/rule.ts";

export const sharedName = defineRule({
  id: "shared-name",
  severity: "warning",
  summary: "The name of a code in generated code depends on that code alone.",
  explanation:
    "`quota.exceeded` and `QUOTA_EXCEEDED` would both be QuotaExceeded, so the lower of the two is spelled in another way: QUOTA_EXCEEDED. " +
    "It would have the other name if the upper one were removed, or moved below it. An `identifier` always keeps its name.",
  example: {
    wrong:
      "errors:\n  quota.exceeded: { status: 403, solution: Buy more. }\n  QUOTA_EXCEEDED: { status: 403, solution: Wait. }\n",
    right:
      "errors:\n  quota.exceeded: { status: 403, solution: Buy more. }\n" +
      "  QUOTA_EXCEEDED: { status: 403, identifier: LegacyQuotaExceeded, solution: Wait. }\n",
  },
  reads: ["name", "imports"],
  rowFields: ["identifier"],
  *check(table) {
    for (const { entry, errorName, identifier, insteadOf, place } of namedEntries(table)) {
      if (insteadOf === undefined) continue;
      yield {
        ...place,
        message: `"${entry.code}" becomes "${errorName}" in generated code, because its own name is that of "${insteadOf}".`,
        fix: { kind: "add", path: entry.path, name: "identifier", value: identifier },
        help: `Keep the name with "identifier: ${identifier}", or choose a better one.`,
      };
    }
  },
});
