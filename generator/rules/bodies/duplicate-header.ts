// Checks that no two headers differ only in case.
import { keyInEntry } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const duplicateHeader = defineRule({
  id: "duplicate-header",
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
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.spec.headers === undefined) continue;
      const first = new Map<string, string>();
      for (const name of Object.keys(entry.spec.headers)) {
        const other = first.get(name.toLowerCase());
        if (other === undefined) first.set(name.toLowerCase(), name);
        else {
          yield {
            ...keyInEntry(entry, "headers", name),
            message: `The header "${name}" of "${entry.code}" is the header "${other}".`,
            help: "Remove one of the two.",
            related: [{ ...keyInEntry(entry, "headers", other), message: "The header stands here first." }],
          };
        }
      }
    }
  },
});
