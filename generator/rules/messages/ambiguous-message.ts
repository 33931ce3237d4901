// Checks that no message could belong to two codes.
import { recallBy } from "../../diagnostic/memoize.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import type { Template } from "../../template/template.ts";
import { inMessage, labelOf, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";
import { type Ambiguity, findAmbiguities } from "./ambiguity.ts";

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
  reads: ["placeholders"],
  rowFields: ["message", "params"],
  *check({ root, errors }) {
    const entries = [...errors.values()].flatMap(({ cases }) => cases);
    const templates = entries.map(({ template }) => (template?.problems.length === 0 ? template.template : undefined));
    for (const { index, others } of ambiguitiesOf(root, templates)) {
      const entry = entries[index];
      // Of two cases of one code, the one with more literal text counts.
      const rivals = others.flatMap((other) => entries[other] ?? []).filter(({ code }) => code !== entry?.code);
      const [first] = rivals;
      if (entry === undefined || first === undefined) continue;
      yield {
        ...inMessage(entry),
        message: `Messages of "${labelOf(entry)}" read like messages of ${list(rivals.map(labelOf))}.`,
        help: "Name the difference in both messages.",
        related: [{ ...inMessage(first), message: `The template of "${labelOf(first)}" matches them as well.` }],
      };
    }
  },
});

/** Most changes of a table leave its messages as they are. */
const ambiguitiesOf = recallBy<LoadedTable, Template | undefined, readonly Ambiguity[]>(findAmbiguities);
