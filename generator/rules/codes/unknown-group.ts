// Checks that errors and translations name groups of the table.
import { type Naming, undeclaredNames } from "../engine/declared-names.ts";
import { defineRule } from "../engine/rule.ts";

export const unknownGroup = defineRule({
  id: "unknown-group",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Errors belong to groups of the table.",
  explanation:
    "A group is a heading in the docs. An error of a group that is not there would stand under no heading. " +
    "Correct the name, or add the group to `groups`.",
  example: {
    wrong:
      "groups:\n  access: { title: Access }\nerrors:\n  Forbidden: { status: 403, group: acess, solution: Ask for access. }\n",
    right:
      "groups:\n  access: { title: Access }\nerrors:\n  Forbidden: { status: 403, group: access, solution: Ask for access. }\n",
  },
  reads: ["groups", "imports", "defaults"],
  check: (table) => undeclaredNames(table, NAMING),
});

const NAMING: Naming = {
  field: "groups",
  subject: "The group",
  verb: "belongs to the group",
  namesIn: ({ spec: { group } }) => (group === undefined ? [] : [[group, ["group"]]]),
};
