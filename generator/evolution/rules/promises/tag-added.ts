// Finds errors that are in one more class that programs ask for.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const tagAdded = defineChangeRule({
  id: "tag-added",
  level: "minor",
  side: "consumer",
  scope: "both",
  models: ["api-extractor"],
  compiles: true,
  summary: "An error has one more tag.",
  explanation: "Consumers that ask for the tag get the error, too. Name it in the changelog.",
  example: {
    old: "tags: { Lock: {} }\nerrors:\n  Busy: { status: 409, message: is busy }\n  Held: { status: 409, message: is held, tags: [Lock] }\n",
    new: "tags: { Lock: {} }\nerrors:\n  Busy: { status: 409, message: is busy, tags: [Lock] }\n  Held: { status: 409, message: is held, tags: [Lock] }\n",
    fine: "tags: { Lock: { description: Somebody holds it. } }\nerrors:\n  Busy: { status: 409, message: is busy }\n  Held: { status: 409, message: is held, tags: [Lock] }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      for (const tag of pair.new.tags) {
        if (pair.old.tags.includes(tag)) continue;
        yield {
          code: pair.old.code,
          part: tag,
          new: tag,
          message: `The error "${pair.new.code}" has the tag "${tag}".`,
          help: "Name it in the changelog.",
          where: inError(pair, "tags"),
        };
      }
    }
  },
});
