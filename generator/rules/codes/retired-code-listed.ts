// A code that was retired may not come back.
import { inTable, keyOf } from "../engine/places.ts";
import { defineRule, type FindingPlace } from "../engine/rule.ts";

export const retiredCodeListed = defineRule({
  id: "retired-code-listed",
  severity: "error",
  summary: "A retired code is not listed again.",
  explanation:
    "Somewhere old programs and log files still know the code with its old meaning. A code that left the table is never used again. " +
    "Choose another code, or, if it never really left, remove its tombstone from `retired`.",
  example: {
    wrong: "errors:\n  Locked: { status: 423, solution: Unlock it. }\nretired:\n  Locked: { since: 1.0.0 }\n",
    right: "errors:\n  HeldByOther: { status: 423, solution: Unlock it. }\nretired:\n  Locked: { since: 1.0.0 }\n",
  },
  *check({ tables, entries }) {
    const tombstones = new Map<string, FindingPlace>();
    for (const loaded of tables) {
      for (const code of Object.keys(loaded.table.retired ?? {})) {
        tombstones.set(code, { ...inTable(loaded, "retired", code), at: "key" });
      }
    }
    for (const entry of tombstones.size === 0 ? [] : entries) {
      const tombstone = tombstones.get(entry.code);
      if (tombstone === undefined) continue;
      yield {
        ...keyOf(entry),
        message: `The code "${entry.code}" is retired and cannot be listed again.`,
        help: "Choose another code, or remove the tombstone.",
        related: [{ ...tombstone, message: `"${entry.code}" was retired here.` }],
      };
    }
  },
});
