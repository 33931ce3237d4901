// Checks that an error has a description if its message has no words.
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { hasWords } from "../engine/words.ts";

export const missingDescription = defineRule({
  id: "missing-description",
  scope: "error",
  severity: "warning",
  summary: "An error has a description if its message does not explain it.",
  explanation:
    "Without a message, or with a message such as %s alone, only a description explains the error. Add a sentence.",
  example: {
    wrong: "errors:\n  ConcurrentUpdate: { status: 409, solution: Send one update after the other. }\n",
    right:
      "errors:\n  ConcurrentUpdate:\n    status: 409\n    description: Somebody else updates the resource at the same time.\n" +
      "    solution: Send one update after the other.\n",
  },
  everywhere: (errors, table) => ({
    message: `None of the ${errors} errors of "${table}" is explained by a description or a message.`,
    help: 'Add "description" or "message" to the errors.',
  }),
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.cases.every((one) => one.spec.description !== undefined || hasWords(one.template?.template))) continue;
      yield {
        ...keyOf(entry),
        message: `Neither a description nor a message explains "${entry.code}".`,
        help: 'Add "description".',
      };
    }
  },
});
