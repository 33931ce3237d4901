// Checks that a message has words besides its params.
import { inMessage, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const opaqueMessage = defineRule({
  id: "opaque-message",
  scope: "error",
  severity: "warning",
  summary: "Messages have words between their params.",
  explanation:
    "Without words around and between the directives (%s alone, %s%s), the params cannot be read back from a message. Put words " +
    "around them. If the API's message cannot be changed, say so in an errtable-ignore comment.",
  example: {
    wrong:
      'errors:\n  Invalid:\n    status: 400\n    message: "%s"\n    params: { reason: {} }\n' +
      "    description: A parameter is invalid.\n    solution: Correct it.\n",
    right:
      'errors:\n  Invalid:\n    status: 400\n    message: "invalid parameter: %s"\n    params: { reason: {} }\n' +
      "    description: A parameter is invalid.\n    solution: Correct it.\n",
  },
  reads: ["placeholders"],
  *check({ cases }) {
    for (const entry of cases) {
      for (const owner of [entry, ...entry.translations]) {
        if (owner.template?.template.verdict !== "opaque" || owner.template.problems.length > 0) continue;
        yield {
          ...inMessage(owner),
          message: `The params of "${labelOf(entry)}" cannot be read back from its message "${owner.template.template.text}".`,
          help: "Put words around and between the values.",
        };
      }
    }
  },
});
