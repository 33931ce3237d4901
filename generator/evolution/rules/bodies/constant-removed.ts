// Finds common members that have no certain value any more in bodies of an error.
import { memberKey } from "../../../model/body-layout.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { isInList, scopeOfItem } from "../../differences/constant-scope.ts";
import { constantPairs } from "../../pairs/constant-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const constantRemoved = defineChangeRule({
  id: "constant-removed",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-property-const-removed", "AIP-180"],
  compiles: false,
  summary: "A constant of an error is gone.",
  explanation:
    "Bodies may have any value there: guards of consumers that run already refuse the others. Keep the constant.",
  example: {
    old: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: a } }\n",
    new: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: a }, description: D }\n",
  },
  *find(comparison) {
    for (const pair of comparison.cases) {
      for (const { at, old, new: after } of constantPairs(pair, comparison)) {
        if (old === undefined || after !== undefined) continue;
        yield {
          ...subjectOf(pair),
          part: pointerText(at),
          old,
          message: `The member "${pointerText(at)}" may have any value in bodies of ${nameOf(pair)}, and was ${JSON.stringify(old)}: consumers that run already refuse the others.`,
          help: "Keep the constant, or release a new major version.",
          where: inCase(pair, "constants", memberKey(at)),
          ...(isInList(at) ? { scope: scopeOfItem(at, pair.new, comparison.new.body) } : {}),
        };
      }
    }
  },
});
