// Finds common members that have another value in bodies of an error.
import { memberKey } from "../../../model/body-layout.ts";
import { sameValue } from "../../../schema/value-sets.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { inCase, nameOf, subjectOf } from "../../differences/change-places.ts";
import { isInList, isKnownBody } from "../../differences/constant-scope.ts";
import { constantPairs } from "../../pairs/constant-pairs.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const constantChanged = defineChangeRule({
  id: "constant-changed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-property-const-changed", "AIP-180"],
  compiles: false,
  summary: "A constant of an error has another value.",
  explanation:
    "Guards of consumers that run already refuse the new value, and those that take the new types no longer compile where they compare it. Keep the value.",
  example: {
    old: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: a } }\n",
    new: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: b } }\n",
    fine: "body: { code: /code, message: /message, properties: { kind: { type: string } }, required: [kind] }\nerrors:\n  Gone: { status: 410, message: is gone, constants: { kind: a }, description: D }\n",
  },
  *find(comparison) {
    for (const pair of comparison.cases) {
      for (const { at, old, new: after } of constantPairs(pair, comparison)) {
        if (old === undefined || after === undefined || sameValue(old, after)) continue;
        const isKnown = isKnownBody(pair, comparison);
        yield {
          ...subjectOf(pair),
          part: pointerText(at),
          old,
          new: after,
          message: `The member "${pointerText(at)}" is ${JSON.stringify(after)} in bodies of ${nameOf(pair)}, and was ${JSON.stringify(old)}: consumers that run already ${isKnown ? "take them for another case" : "refuse such bodies"}.`,
          help: "Keep the value, or release a new major version.",
          where: inCase(pair, "constants", memberKey(at)),
          scope: isInList(at) || isKnown ? "wire" : "both",
        };
      }
    }
  },
});
