// Finds messages that stand in another place of bodies, or are of other types.
import type { BodyModel, MessageModel } from "../../../model/body-model.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { inTable } from "../../differences/change-places.ts";
import { messageTypes } from "../../differences/message-type-step.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const messageMoved = defineChangeRule({
  id: "message-moved",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff response-required-property-removed", "AIP-180"],
  compiles: false,
  summary: "The message stands in another place of bodies or has other types, or bodies have none.",
  explanation:
    "Consumers that run already find no message, or a value that they take for none. Send it in both places for one release.",
  example: {
    old: "body: { code: /code, message: /message }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "body: { code: /code, message: /text }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    fine: "body: { code: /code, message: { at: /message } }\nerrors:\n  Gone: { status: 410, message: is gone }\n",
  },
  *find({ old, new: after }) {
    const types = messageTypes({ old, new: after });
    const [before, now] = [old, after].map(({ body }) => body.message && placeOf(body.message));
    // Types that are a part of the others have rules of their own.
    if (before === now || (types === undefined ? isSamePlace(old.body, after.body) : types.step !== "changed")) return;
    yield {
      ...(before === undefined ? {} : { old: before }),
      ...(now === undefined ? {} : { new: now }),
      message: `${now === undefined ? "Bodies have no message" : `The message stands at ${now} of bodies`}, and ${before === undefined ? "they had none" : `it stood at ${before}`}: consumers that run already do not find it.`,
      help: "Keep the place of the message, or send it in both places for one release.",
      where: inTable("body", "message"),
    };
  },
});

function isSamePlace({ message: old }: BodyModel, { message: after }: BodyModel): boolean {
  return old !== undefined && after !== undefined && pointerText(old.at) === pointerText(after.at);
}

/** Its types are named where they are not just a text. */
function placeOf({ at, types }: MessageModel): string {
  const place = `"${pointerText(at)}"`;
  return types.join() === "string" ? place : `${place} (${types.join(", ")})`;
}
