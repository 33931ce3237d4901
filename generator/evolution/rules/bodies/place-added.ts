// Finds facts that have a place in bodies for the first time.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const placeAdded = defineChangeRule({
  id: "place-added",
  level: "minor",
  side: "consumer",
  scope: "both",
  models: ["oasdiff response-optional-property-added"],
  compiles: true,
  summary:
    "The table names one more place: of the request id, of a delay, of the code in a header, or of another spelling.",
  explanation:
    "Readers of generated code look there as well, once they are made anew, and everything that worked goes on. Name it in the changelog.",
  example: {
    old: "body: { code: /code, message: /message, properties: { id: { type: string } } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message, properties: { id: { type: string } }, requestId: /id }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: /message, properties: { id: { type: string, description: D } } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const before = old.body;
    const now = after.body;
    const parts = [
      ["requestId", before.requestId === undefined && now.requestId !== undefined],
      ["retryAfter", before.retryAfter === undefined && now.retryAfter !== undefined],
      ["code", before.code.header === undefined && now.code.header !== undefined],
      ["aliases", now.aliases.length > before.aliases.length],
    ] as const;
    for (const [part, isNew] of parts) {
      if (!isNew) continue;
      yield {
        part,
        message: `The table names one more place in "${part}" of "body".`,
        help: "Name it in the changelog.",
        where: inTable("body", part),
      };
    }
  },
});
