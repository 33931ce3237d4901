// Checks that no two headers differ only in case.
import { keyInEntry, labelOf, repetitions } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const duplicateHeader = defineRule({
  id: "duplicate-header",
  scope: "error",
  severity: "error",
  required: true,
  summary: "A header stands once, however it is spelled.",
  explanation:
    "The names of headers are the same in upper and lower case, so two spellings describe one header twice. Remove one.",
  example: {
    wrong:
      "errors:\n  Busy:\n    status: 503\n    solution: Wait.\n    headers: { Retry-After: {}, retry-after: {} }\n",
    right: "errors:\n  Busy:\n    status: 503\n    solution: Wait.\n    headers: { Retry-After: {} }\n",
  },
  reads: ["defaults"],
  *check({ cases }) {
    for (const entry of cases) {
      const names = Object.keys(entry.spec.headers ?? {});
      for (const [name, first] of repetitions(names, (one) => one.toLowerCase())) {
        yield {
          ...keyInEntry(entry, "headers", name),
          message: `The header "${name}" of "${labelOf(entry)}" is the header "${first}".`,
          help: "Remove one of the two.",
          related: [{ ...keyInEntry(entry, "headers", first), message: "The header stands here first." }],
        };
      }
    }
  },
});
