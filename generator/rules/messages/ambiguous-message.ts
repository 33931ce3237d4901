// Checks that no message could belong to two codes.
import { inMessage, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { findAmbiguities } from "./ambiguity.ts";

export const ambiguousMessage = defineRule({
  id: "ambiguous-message",
  severity: "warning",
  summary: "No message reads like the message of another code.",
  explanation:
    "In a log or a screenshot, the message is often all that is known of an error. If the templates of two codes match the same text, " +
    "nobody can tell which error it was. Name the difference in both messages.",
  example: {
    wrong:
      "errors:\n  NoAlias:\n    status: 404\n    message: alias '%s' does not exist\n    params: { alias: {} }\n    solution: Create it.\n" +
      "  NoVersion:\n    status: 404\n    message: alias '%s' does not exist\n    params: { version: {} }\n    solution: Publish it.\n",
    right:
      "errors:\n  NoAlias:\n    status: 404\n    message: alias '%s' does not exist\n    params: { alias: {} }\n    solution: Create it.\n" +
      "  NoVersion:\n    status: 404\n    message: version '%s' does not exist\n    params: { version: {} }\n    solution: Publish it.\n",
  },
  *check({ errors }) {
    const entries = [...errors.values()].flatMap(({ cases }) => cases);
    const templates = entries.map(({ template }) => (template?.problems.length === 0 ? template.template : undefined));
    for (const { index, others } of findAmbiguities(templates)) {
      const entry = entries[index];
      const rivals = others.flatMap((other) => entries[other] ?? []);
      const [first] = rivals;
      if (entry === undefined || first === undefined) continue;
      yield {
        ...inMessage(entry),
        message: `Messages of "${entry.code}" read like messages of ${list(rivals.map(({ code }) => code))}.`,
        help: "Name the difference in both messages.",
        related: [{ ...inMessage(first), message: `The template of "${first.code}" matches them as well.` }],
      };
    }
  },
});
