// Checks that no text shows a placeholder that the table's dialect does not read.
import { foreignPlaceholders, settingFor } from "../../template/foreign.ts";
import { inMessage, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const foreignPlaceholder = defineRule({
  id: "foreign-placeholder",
  scope: "error",
  severity: "warning",
  summary: "Messages have no placeholders of another dialect.",
  explanation:
    "A table says once how its messages mark their values: `placeholders: printf` is the default, and `{name}`, `<name>` and others " +
    "show the form of the marks. A placeholder of another dialect is plain text: nobody fills it in, and no message is recognised by it.",
  example: {
    wrong:
      "errors:\n  NoOrder:\n    status: 404\n    message: order {orderId} does not exist\n    solution: Check the number.\n",
    right:
      'placeholders: "{name}"\nerrors:\n  NoOrder:\n    status: 404\n    message: order {orderId} does not exist\n' +
      "    solution: Check the number.\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      for (const owner of [entry, ...entry.translations]) {
        if (owner.template === undefined) continue;
        const { template } = owner.template;
        const found = foreignPlaceholders(template);
        const [first] = found;
        if (first === undefined) continue;
        const shown = [...new Set(found.map(({ text }) => text))];
        const verb = shown.length === 1 ? "is" : "are";
        yield {
          ...inMessage(owner, { offset: first.offset, length: first.text.length }),
          message: `${list(shown)} ${verb} plain text here: placeholders of the table look like "${template.placeholders === "printf" ? "%s" : template.placeholders}".`,
          help: `If it stands for a value, write it as they are, or set \`${settingFor(first.placeholders)}\` at the top of the table.`,
        };
      }
    }
  },
});
