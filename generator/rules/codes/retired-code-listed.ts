// Checks that no retired code is listed again.
import { inTable, keyOf } from "../engine/places.ts";
import { defineRule, type FindingPlace } from "../engine/rule.ts";

export const retiredCodeListed = defineRule({
  id: "retired-code-listed",
  severity: "error",
  summary: "A retired code is not listed again.",
  explanation:
    "Old programs and log files still have the code with its old meaning, so a retired code is never used again. " +
    "Choose another code, or, if the code is still in use, remove its entry from `retired`.",
  example: {
    wrong: "errors:\n  Locked: { status: 423, solution: Unlock it. }\nretired:\n  Locked: { since: 1.0.0 }\n",
    right: "errors:\n  HeldByOther: { status: 423, solution: Unlock it. }\nretired:\n  Locked: { since: 1.0.0 }\n",
  },
  *check({ tables, entries }) {
    const retired = new Map<string, FindingPlace>();
    for (const loaded of tables) {
      for (const code of Object.keys(loaded.table.retired ?? {})) {
        retired.set(code, { ...inTable(loaded, "retired", code), at: "key" });
      }
    }
    for (const entry of retired.size === 0 ? [] : entries) {
      const retirement = retired.get(entry.code);
      if (retirement === undefined) continue;
      yield {
        ...keyOf(entry),
        message: `The code "${entry.code}" is retired and cannot be listed again.`,
        help: 'Choose another code, or remove the entry from "retired".',
        related: [{ ...retirement, message: `"${entry.code}" was retired here.` }],
      };
    }
  },
});
