// Finds request ids and delays that stand in another place of bodies.
import { pointerText } from "../../../text/json/pointer.ts";
import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const requestIdMoved = defineChangeRule({
  id: "request-id-moved",
  level: "major",
  side: "consumer",
  scope: "wire",
  models: ["oasdiff response-required-property-removed", "AIP-180"],
  compiles: true,
  summary: "The id of the request or the delay stands in another place of bodies, or in none.",
  explanation:
    "Consumers that run already find no id for their reports, or do not wait as long as they are told. Send it in both places for one release.",
  example: {
    old: "body: { code: /code, message: /message, properties: { id: { type: string }, key: { type: string } }, requestId: /id }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message, properties: { id: { type: string }, key: { type: string } }, requestId: /key }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: /message, properties: { key: { type: string }, id: { type: string } }, requestId: /id }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const places = ({ body: { requestId, retryAfter } }: typeof old) =>
      ({
        requestId: requestId && pointerText(requestId),
        retryAfter: retryAfter && `${pointerText(retryAfter.at)} (${retryAfter.unit})`,
      }) as const;
    for (const part of ["requestId", "retryAfter"] as const) {
      const [before, now] = [places(old)[part], places(after)[part]];
      if (before === undefined || before === now) continue;
      yield {
        part,
        old: before,
        ...(now === undefined ? {} : { new: now }),
        message: `"${part}" is ${now === undefined ? "in no place of bodies any more" : `at "${now}"`}, and was at "${before}": consumers that run already do not find it.`,
        help: "Send it in both places for one release.",
        where: inTable("body", part),
      };
    }
  },
});
