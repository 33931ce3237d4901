// Compares two versions of a table: every rule of the list looks at both.
import type { Model } from "../model/model.ts";
import type { Change } from "./change.ts";
import { type ChangeRule, changeOf } from "./change-rule.ts";
import { comparisonOf } from "./comparison.ts";
import { changeRules } from "./rules/index.ts";

/** In the order of the rules, and of the new table within a rule. */
export function findChanges(old: Model, after: Model, rules: readonly ChangeRule[] = changeRules): readonly Change[] {
  const comparison = comparisonOf(old, after);
  const changes: Change[] = [];
  for (const rule of rules) {
    const found = Array.from(rule.find(comparison, changes), (each) => changeOf(rule, each));
    for (const change of found) changes.push(change);
  }
  return changes;
}
