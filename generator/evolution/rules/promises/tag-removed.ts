// Finds errors that are no longer in a class that programs ask for.

import { inError } from "../../differences/change-places.ts";
import { defineChangeRule } from "../engine/change-rule.ts";

export const tagRemoved = defineChangeRule({
  id: "tag-removed",
  level: "major",
  side: "consumer",
  scope: "both",
  models: ["buf RPC_SAME_IDEMPOTENCY_LEVEL (facts that programs ask for)", "api-extractor"],
  compiles: false,
  summary: "An error lost one of its tags.",
  explanation:
    "Consumers ask for the tag instead of the codes; for them the error is not in the class any more. The type of a tag that no error has is gone. Keep the tag.",
  example: {
    old: "tags: { Lock: {}, Wait: {} }\nerrors:\n  Busy: { status: 409, message: is busy, tags: [Lock] }\n",
    new: "errors:\n  Busy: { status: 409, message: is busy }\n",
    fine: "tags: { Lock: {}, Wait: {} }\nerrors:\n  Busy: { status: 409, message: is busy, tags: [Lock, Wait] }\n",
  },
  *find({ changed }) {
    for (const pair of changed) {
      for (const tag of pair.old.tags) {
        if (pair.new.tags.includes(tag)) continue;
        yield {
          code: pair.old.code,
          part: tag,
          old: tag,
          message: `The error "${pair.new.code}" has no tag "${tag}" any more: consumers that ask for the tag miss it.`,
          help: "Keep the tag, or release a new major version.",
          where: inError(pair, "tags"),
        };
      }
    }
  },
});
