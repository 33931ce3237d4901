// Checks that message templates can be formatted.
import { inMessage } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const invalidTemplate = defineRule({
  id: "invalid-template",
  severity: "error",
  required: true,
  summary: "Messages are templates that can be read.",
  explanation:
    "A template that cannot be read would be shown to people with its percent signs, or with the wrong values. A percent sign " +
    "that should be printed is written %%; `*` widths are not supported; `%!s(MISSING)` says that the template was filled in by accident. " +
    "Placeholders in braces have a name and nothing else: no format, and no choice of plurals.",
  example: {
    wrong: 'errors:\n  QuotaLow: { status: 403, message: "only 5% left", solution: Buy more. }\n',
    right: 'errors:\n  QuotaLow: { status: 403, message: "only 5%% left", solution: Buy more. }\n',
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      for (const owner of [entry, ...entry.translations]) {
        for (const { message, help, offset, length } of owner.template?.problems ?? []) {
          yield { ...inMessage(owner, { offset, length }), message, help };
        }
      }
    }
  },
});
