// A message should be the message of one code.

import { inMessage, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { findAmbiguities } from "./ambiguity.ts";

export const ambiguousMessage = defineRule({
  id: "ambiguous-message",
  severity: "warning",
  summary: "No message reads like the message of another code.",
  explanation:
    "Where only the text is known, from a log or a screenshot, the code is told by the message. If the template of another code " +
    "matches the same text, it cannot be told which error it was. Say in both messages what makes them different.",
  example: {
    wrong:
      "errors:\n  NoAlias:\n    status: 404\n    message: alias '%s' does not exist\n    params: { alias: {} }\n    solution: Create it.\n" +
      "  NoVersion:\n    status: 404\n    message: alias '%s' does not exist\n    params: { version: {} }\n    solution: Publish it.\n",
    right:
      "errors:\n  NoAlias:\n    status: 404\n    message: alias '%s' does not exist\n    params: { alias: {} }\n    solution: Create it.\n" +
      "  NoVersion:\n    status: 404\n    message: version '%s' does not exist\n    params: { version: {} }\n    solution: Publish it.\n",
  },
  *check({ errors }) {
    const entries = [...errors.values()];
    const templates = entries.map(({ template }) => (template?.problems.length === 0 ? template.template : undefined));
    for (const { index, others } of findAmbiguities(templates)) {
      const entry = entries[index];
      const rivals = others.flatMap((other) => entries[other] ?? []);
      const [first] = rivals;
      if (entry === undefined || first === undefined) continue;
      yield {
        ...inMessage(entry),
        message: `Messages of "${entry.code}" read like messages of ${list(rivals.map(({ code }) => code))}.`,
        help: "Say in the messages what makes them different.",
        related: [{ ...inMessage(first), message: `The template of "${first.code}" matches them as well.` }],
      };
    }
  },
});
