// Compares two versions of a table: every rule of the list looks at both.
import type { Severity } from "../diagnostic/kinds.ts";
import type { Model } from "../model/model.ts";
import type { Change, Level } from "./change.ts";
import { comparisonOf } from "./pairs/comparison.ts";
import { type ChangeRule, changeOf } from "./rules/engine/change-rule.ts";
import { changeRules } from "./rules/index.ts";

/** By rule, where a configuration takes its changes for more or for less than the rule does. */
export type ChangeSeverities = Readonly<Record<string, Severity | "off">>;

/** In the order of the rules, and of the new table within a rule. */
export function findChanges(
  old: Model,
  after: Model,
  severities: ChangeSeverities = {},
  rules: readonly ChangeRule[] = changeRules,
): readonly Change[] {
  const comparison = comparisonOf(old, after);
  return rules.flatMap((rule) => {
    const level = levelOf(rule, severities);
    return level === undefined ? [] : Array.from(rule.find(comparison), (found) => changeOf({ ...rule, level }, found));
  });
}

/** An error is a break, a warning is dangerous, and a note is something new at most. */
function levelOf({ id, level }: ChangeRule, severities: ChangeSeverities): Level | undefined {
  switch (Object.hasOwn(severities, id) ? severities[id] : undefined) {
    case "error":
      return "major";
    case "warning":
      return "dangerous";
    case "note":
      return level === "patch" ? "patch" : "minor";
    case "off":
      return undefined;
    default:
      return level;
  }
}
