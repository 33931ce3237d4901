// Finds codes that left the table without having been announced.
import { successorFinder } from "../../pairs/likely-successor.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeRemoved = defineChangeRule({
  id: "code-removed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["buf ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED", "smithy-diff RemovedShape", "AIP-180"],
  compiles: false,
  summary: "A code left the table without a deprecation before it.",
  explanation:
    "Consumers handle the code by name, in guards and arms of matches, and no longer compile; producers make it, and no longer compile either. " +
    "Deprecate the code in one release, with `replacedBy` where another one takes its place, and move it to `retired` in a later one.",
  example: {
    old: "errors:\n  Busy: { status: 409, message: is busy }\n  Gone: { status: 410, message: is gone }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n",
    fine:
      "errors:\n  Busy: { status: 409, message: is busy }\n" +
      "  Gone: { status: 410, message: is gone, deprecated: { replacedBy: Busy } }\n",
  },
  *find({ new: after, removed, added, hidden }) {
    const retired = new Map(after.retired.map((each) => [each.code, each]));
    const successorOf = successorFinder(removed, added);
    for (const error of removed) {
      const { code, deprecated } = error;
      const end = retired.get(code);
      if (hidden.has(code) || (deprecated !== undefined && end !== undefined)) continue;
      const instead = end?.replacedBy ?? deprecated?.replacedBy;
      yield {
        code,
        old: code,
        message: `The code "${code}" is gone: consumers that handle it and producers that make it no longer compile.`,
        help:
          deprecated === undefined
            ? `Keep it in "errors" with "deprecated"${instead === undefined ? "" : ` and replacedBy: ${instead}`} for one release, and move it to "retired" in a later one.${instead === undefined ? newName(code, successorOf(error)) : ""}`
            : `List it in "retired", so that nobody uses it again.`,
        where: end === undefined ? { in: "old", path: ["errors", code] } : { in: "new", path: ["retired", code] },
      };
    }
  },
});

function newName(code: string, successor: string | undefined): string {
  if (successor === undefined) return "";
  return ` If "${successor}" is its new name, say so: retired: { ${JSON.stringify(code)}: { replacedBy: ${JSON.stringify(successor)} } }`;
}
