// Finds tables whose bodies have another media type.

import { inTable } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const mediaTypeChanged = defineChangeRule({
  id: "media-type-changed",
  level: "major",
  side: "both",
  scope: "wire",
  models: ["oasdiff response-media-type-removed", "AIP-180"],
  compiles: true,
  summary: "Bodies have another media type.",
  explanation:
    "Consumers that run already ask for the old one, or read the body as the old one. Send the old media type where a client asks for it.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /message, mediaType: application/problem+json }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: /message, mediaType: application/json }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const [before, now] = [old.body.mediaType, after.body.mediaType];
    if (before === now) return;
    yield {
      old: before,
      new: now,
      message: `Bodies have the media type "${now}" instead of "${before}": consumers that ask for the old one, or look at it, do not read them.`,
      help: "Keep the media type for clients that ask for it.",
      where: inTable("body", "mediaType"),
    };
  },
});
