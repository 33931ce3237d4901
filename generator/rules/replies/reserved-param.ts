// Checks that params of tables that servers answer from can stand in problem details.

import { namedParams } from "../../model/named-params.ts";
import { RESERVED_MEMBERS } from "../../model/problem-members.ts";
import { inEntry, keyInEntry, labelOf } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const reservedParam = defineRule({
  id: "reserved-param",
  scope: "error",
  severity: "error",
  summary: "No param of a table with a `fallback` has the name of a member of problem details.",
  explanation:
    "Servers may answer with problem details (RFC 9457), where params stand beside `type`, `title`, `status`, `detail` and `instance`, and beside the code and the id of the request. " +
    "A param of such a name would be left out. Give it another name.",
  example: {
    wrong:
      'fallback: Failed\nerrors:\n  Failed: { status: 500, message: it failed }\n  Gone: { status: 410, message: "%s is gone", params: { title: { example: a } } }\n',
    right:
      'fallback: Failed\nerrors:\n  Failed: { status: 500, message: it failed }\n  Gone: { status: 410, message: "%s is gone", params: { name: { example: a } } }\n',
  },
  reads: ["errors", "fallback"],
  *check({ root, cases }) {
    if (root.table.fallback === undefined) return;
    for (const one of cases) {
      for (const { name } of namedParams(one)) {
        if (!RESERVED_MEMBERS.includes(name)) continue;
        const isListed = Object.hasOwn(one.spec.params ?? {}, name);
        yield {
          ...(isListed ? keyInEntry(one, "params", name) : inEntry(one, "message")),
          message: `The param "${name}" of "${labelOf(one)}" has the name of a member of problem details.`,
          help: "Give it another name.",
        };
      }
    }
  },
});
