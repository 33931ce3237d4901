// Finds codes that are new in the table.
import { defineChangeRule } from "../../change-rule.ts";

export const codeAdded = defineChangeRule({
  id: "code-added",
  level: "dangerous",
  side: "consumer",
  scope: "both",
  models: ["graphql-js VALUE_ADDED_TO_ENUM", "oasdiff response-property-enum-value-added", "AIP-180"],
  compiles: false,
  summary: "A code is new in the table.",
  explanation:
    "Consumers that run already get a code that they do not know; generated matches give it to `otherwise`, switches of their own may drop it. A match with " +
    "an arm for every code does not compile until it has one for the new code. Nothing to do but to say so in the changelog.",
  example: {
    old: "errors:\n  A: { status: 400, solution: Correct it. }\n",
    new: "errors:\n  A: { status: 400, solution: Correct it. }\n  B: { status: 409, solution: Try later. }\n",
    fine: "errors:\n  A: { status: 400, solution: Correct it. }\nretired:\n  B: { since: 1.0.0 }\n",
  },
  *find({ added }) {
    for (const { code } of added) {
      yield {
        code,
        new: code,
        message: `The code "${code}" is new: consumers that list all codes do not know it.`,
        help: "Say so in the changelog; consumers need an arm for codes that they do not know.",
        where: { in: "new", path: ["errors", code] },
      };
    }
  },
});
