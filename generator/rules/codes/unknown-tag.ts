// Checks that errors and translations name tags of the table.
import { type Naming, undeclaredNames } from "../engine/declared-names.ts";
import { defineRule } from "../engine/rule.ts";

export const unknownTag = defineRule({
  id: "unknown-tag",
  scope: "error",
  severity: "error",
  required: true,
  summary: "Errors have tags of the table.",
  explanation:
    "Programs ask for the errors of a tag by its name, so a misspelled tag would be a class of its own. Correct the name, or add the tag to `tags`.",
  example: {
    wrong:
      "tags:\n  NetworkError: {}\nerrors:\n  HostUnreachable: { status: 502, tags: [NetworkErr], solution: Try again. }\n",
    right:
      "tags:\n  NetworkError: {}\nerrors:\n  HostUnreachable: { status: 502, tags: [NetworkError], solution: Try again. }\n",
  },
  reads: ["tags", "imports", "defaults"],
  check: (table) => undeclaredNames(table, NAMING),
});

const NAMING: Naming = {
  field: "tags",
  subject: "The tag",
  verb: "has the tag",
  namesIn: ({ spec: { tags = [] } }) => tags.map((tag, index) => [tag, ["tags", index]]),
};
