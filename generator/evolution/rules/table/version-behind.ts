// Finds versions of tables that do not say that something is new.

import { inTable } from "../../change-places.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { isEnough, neededStep, stepBetween } from "../../version-step.ts";

export const versionBehind = defineChangeRule({
  id: "version-behind",
  level: "minor",
  side: "both",
  scope: "source",
  models: ["Semantic Versioning"],
  compiles: true,
  summary: "Something differs, and the version of the table is too low for it.",
  explanation:
    "New things belong into a new minor version, and texts into a new patch. Where versions are raised by the release alone, nothing has to be done before it.",
  example: {
    old: "version: 1.2.0\nerrors:\n  Gone: { status: 410, message: is gone }\n",
    new: "version: 1.2.0\nerrors:\n  Gone: { status: 410, message: is gone, retry: never }\n",
    fine: "version: 1.3.0\nerrors:\n  Gone: { status: 410, message: is gone, retry: never }\n",
  },
  *find({ old, new: after }, found) {
    if (old.version === undefined || after.version === undefined) return;
    const levels = new Set(found.map(({ level }) => level));
    if (levels.has("major") || levels.size === 0) return;
    const needed = neededStep(levels, old.version);
    if (isEnough(stepBetween(old.version, after.version), needed)) return;
    yield {
      old: old.version,
      new: after.version,
      message: `The version of the table is ${after.version} after ${old.version}: it needs another ${needed} version.`,
      help: `Raise the ${needed} number of "version" when you release it.`,
      where: inTable("version"),
    };
  },
});
