// Finds codes that stand in another place of bodies.
import { pointerText } from "../../../text/json/pointer.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const codeMoved = defineChangeRule({
  id: "code-moved",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-required-property-removed", "AIP-180"],
  compiles: false,
  summary: "The code stands in another place of bodies.",
  explanation:
    "Consumers that run already find no code, and take every error for a stranger. Send the code in both places for one release, with the old one among the `aliases`.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /error, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: { at: /code }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [pointerText(old.body.code.at), pointerText(after.body.code.at)];
    if (before === now) return;
    yield {
      old: before,
      new: now,
      message: `The code stands at "${now}" of bodies, and stood at "${before}": consumers that run already find no code.`,
      help: `Send it in both places for one release, and list "${before}" in "aliases".`,
      where: inTable("body", "code"),
    };
  },
});
