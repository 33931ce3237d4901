// Finds responses that hold a list of errors instead of one, or the other way round.
import { pointerText } from "../../../text/json/pointer.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const listChanged = defineChangeRule({
  id: "list-changed",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-property-type-changed", "AIP-180"],
  compiles: false,
  summary: "Responses hold a list of errors instead of one, or the list stands in another place.",
  explanation:
    "Consumers that run already find no error in the response. Keep the form of responses, or release a new major version.",
  example: {
    old: "body: { errors: /errors, code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { errors: /errors, code: { at: /code }, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old, after].map(({ body }) => body.list && pointerText(body.list.at));
    if (before === now) return;
    yield {
      ...(before === undefined ? {} : { old: before }),
      ...(now === undefined ? {} : { new: now }),
      message: `Responses hold ${now === undefined ? "one error" : `a list of errors at "${now}"`} instead of ${before === undefined ? "one error" : `a list at "${before}"`}: consumers that run already find no error.`,
      help: "Keep the form of responses, or release a new major version.",
      where: inTable("body", "errors"),
    };
  },
});
