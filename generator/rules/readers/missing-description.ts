// An error without a message of its own words has to be described.
import { keyOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { hasWords } from "../engine/words.ts";

export const missingDescription = defineRule({
  id: "missing-description",
  severity: "warning",
  summary: "An error has a description where its message does not say what happened.",
  explanation:
    "Without a message, or with one that is nothing but %s, only the description tells what the error means. Add a sentence.",
  example: {
    wrong: "errors:\n  ConcurrentUpdate: { status: 409, solution: Send one update after the other. }\n",
    right:
      "errors:\n  ConcurrentUpdate:\n    status: 409\n    description: Somebody else updates the resource at the same time.\n" +
      "    solution: Send one update after the other.\n",
  },
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.spec.description !== undefined || hasWords(entry.template?.template)) continue;
      yield {
        ...keyOf(entry),
        message: `Neither a description nor a message says what "${entry.code}" means.`,
        help: 'Add "description".',
      };
    }
  },
});
