// Finds versions of tables that do not say that programs break.

import { inTable } from "../../change-places.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { isEnough, neededStep, stepBetween } from "../../version-step.ts";

export const versionNotBumped = defineChangeRule({
  id: "version-not-bumped",
  level: "major",
  side: "both",
  scope: "both",
  models: ["oasdiff api-major-version-not-bumped", "Semantic Versioning"],
  compiles: true,
  summary: "Programs break, and the version of the table does not say so.",
  explanation:
    "Tools that install the generated code take the version at its word: a break belongs into a new major version, and before 1.0.0 into a new minor one. Tables without a " +
    "version are left alone. Other differences under an old version are told by `version-behind`.",
  example: {
    old: "version: 1.2.0\nerrors:\n  Full: { status: 409, message: '%d of %d are taken', params: { taken: {}, all: {} } }\n",
    new: "version: 1.3.0\nerrors:\n  Full: { status: 409, message: '%d of %d are taken', params: { all: {}, taken: {} } }\n",
    fine: "version: 2.0.0\nerrors:\n  Full: { status: 409, message: '%d of %d are taken', params: { all: {}, taken: {} } }\n",
  },
  *find({ old, new: after }, found) {
    if (old.version === undefined || after.version === undefined) return;
    if (!found.some(({ level }) => level === "major")) return;
    const needed = neededStep(["major"], old.version);
    if (isEnough(stepBetween(old.version, after.version), needed)) return;
    yield {
      old: old.version,
      new: after.version,
      message: `The version of the table is ${after.version} after ${old.version}, although programs break: it needs another ${needed} version.`,
      help: `Raise the ${needed} number of "version".`,
      where: inTable("version"),
    };
  },
});
