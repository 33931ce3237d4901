// Checks that the fallback of a table fits whatever a server throws.

import { createHinter } from "../../diagnostic/suggest.ts";
import { bodyLayout, memberTokens } from "../../model/body-layout.ts";
import { answeredError } from "../../reader/table/answered-errors.ts";
import type { ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import { statusesOf } from "../../reader/table/resolve.ts";
import { type Path, pointerText } from "../../text/json/pointer.ts";
import { inTable, keyOf, list } from "../engine/places.ts";
import { defineRule } from "../engine/rule.ts";

export const unfitFallback = defineRule({
  id: "unfit-fallback",
  severity: "error",
  required: true,
  summary: "`fallback` names an error of the table that fits whatever a server throws.",
  explanation:
    "A server answers with the fallback where it knows nothing of the thrown value. So the fallback is public, has one status of 500 or more, a message " +
    "without params, and no headers, details or other members of the body that a program would have to give.",
  example: {
    wrong:
      'fallback: Failed\nerrors:\n  Failed: { status: 500, message: "%s failed", params: { part: { example: disk } } }\n',
    right: "fallback: Failed\nerrors:\n  Failed: { status: 500, message: the service failed, solution: Report it. }\n",
  },
  reads: ["errors", "imports", "body", "defaults"],
  *check(table) {
    const { root, errors } = table;
    if (root.table.fallback === undefined) return;
    const { code } = answeredError(root.table.fallback, errors);
    const place = inTable(root, "fallback");
    const error = errors.get(code);
    if (error === undefined) {
      const help = createHinter(errors.keys())(code, []) ?? 'Add it to "errors".';
      yield { ...place, message: `The fallback "${code}" is not in the table.`, help };
      return;
    }
    const related = [{ ...keyOf(error), message: `"${code}" is described here.` }];
    for (const [message, help] of faultsOf(error, table))
      yield { ...place, message: `The fallback "${code}" ${message}.`, help, related };
  },
});

function* faultsOf(error: ResolvedError, { root }: ResolvedTable): Iterable<readonly [message: string, help: string]> {
  const { spec, cases } = error;
  const statuses = statusesOf(error);
  const layout = bodyLayout(root.table.body);
  if (spec.cases !== undefined) yield ["has cases", "Name an error without cases."];
  if (spec.audience === "internal") yield ["is internal", "Name a public error."];
  if (statuses.length !== 1 || (statuses[0] ?? 0) < 500)
    yield ["does not have one status of 500 or more", "Give it one, or name another error."];
  if (error.template === undefined && layout.message !== undefined)
    yield ["has no message", 'Give it a "message" without params.'];
  if ((error.template?.template.tokens ?? []).some(({ kind }) => kind === "directive"))
    yield ["has params", "Leave them out of its message."];
  if (Object.keys(spec.headers ?? {}).length > 0) yield ["has headers", 'Remove its "headers".'];
  const details = cases.flatMap(
    ({ spec: { details } }) => (details as { required?: readonly string[] })?.required ?? [],
  );
  if (details.length > 0) yield [`needs the details ${list(details)}`, 'Make them optional in "details".'];
  const constants = new Set(Object.keys(spec.constants ?? {}).map((key) => pointerText(memberTokens(key))));
  const open = layout.members.filter(
    ({ at, required }) => required && !constants.has(pointerText(at)) && !isFilled(at),
  );
  if (open.length > 0)
    yield [
      `does not say the required members ${list(open.map(({ at }) => at.join("/")))} of the body`,
      'Give it "constants", or make the members optional.',
    ];
}

/** Replies fill in the id of the request, and the facts of problem details. */
function isFilled(at: Path): boolean {
  const name = String(at.at(-1))
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
  return name.endsWith("requestid") || (at.length === 1 && ["status", "instance"].includes(name));
}
