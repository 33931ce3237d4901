// Finds common members that have one value in bodies of an error from now on.
import { memberKey } from "../../../model/body-layout.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { isInList, scopeOfItem } from "../../differences/constant-scope.ts";
import { constantPairs } from "../../pairs/constant-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const constantAdded = defineChangeRule({
  id: "constant-added",
  level: "major",
  side: "producer",
  scope: "both",
  models: ["oasdiff response-property-const-added", "AIP-180"],
  compiles: false,
  summary: "A member of an error is constant.",
  explanation:
    "Creators fill it in, and producers that set it no longer compile. With the new types consumers refuse bodies of servers that send another value. If servers send it already, accept the finding.",
  example: {
    old: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: a } }\n",
    fine: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, description: D }\n",
  },
  *find(comparison) {
    for (const pair of comparison.cases) {
      for (const { at, old, new: after } of constantPairs(pair, comparison)) {
        if (old !== undefined || after === undefined) continue;
        yield {
          ...subjectOf(pair),
          part: pointerText(at),
          new: after,
          message: `The member "${pointerText(at)}" is always ${JSON.stringify(after)} in bodies of ${nameOf(pair)}: ${isInList(at) ? "bodies of older servers without it are refused" : "producers that set it no longer compile"}.`,
          help: isInList(at)
            ? "Set it in all servers first, and name it in the table in a later release."
            : "Leave it out where the error is made.",
          where: inCase(pair, "constants", memberKey(at)),
          ...(isInList(at) ? { scope: scopeOfItem(at, pair.old, comparison.old.body) } : {}),
        };
      }
    }
  },
});
