// Checks that message templates can be formatted.
import { foreignPlaceholders, settingFor } from "../../template/foreign.ts";
import { inMessage } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const invalidTemplate = defineRule({
  id: "invalid-template",
  scope: "error",
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
        const { template, problems = [] } = owner.template ?? {};
        const foreign = template === undefined || problems.length === 0 ? [] : foreignPlaceholders(template);
        for (const { message, help, offset, length } of problems) {
          // The sign that cannot be read may begin a placeholder of another dialect.
          const other = foreign.find((one) => one.offset === offset);
          const setting =
            other && `${other.text} is read with \`${settingFor(other.placeholders)}\` at the top of the table.`;
          yield { ...inMessage(owner, { offset, length }), message, help: setting ?? help };
        }
      }
    }
  },
});
