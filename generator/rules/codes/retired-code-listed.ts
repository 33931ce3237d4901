// Checks that no retired code is listed again.
import { keyInTable, keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

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
  rowFields: [],
  *check({ tables, entries }) {
    const retired = tables.flatMap((loaded) =>
      Object.keys(loaded.table.retired ?? {}).map((code) => [code, keyInTable(loaded, "retired", code)] as const),
    );
    const places = new Map(retired);
    for (const entry of places.size === 0 ? [] : entries) {
      const retirement = places.get(entry.code);
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
