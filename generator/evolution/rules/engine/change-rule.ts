// The shape of a rule of evolution: it yields the differences of one kind between two versions of a table.
import type { Change, ChangePlace, Level, Scope, Side, Subject } from "../../change.ts";
import type { Comparison } from "../../pairs/comparison.ts";

export interface ChangeRule<Id extends string = string> {
  /** Stable, kebab-case. */
  readonly id: Id;
  readonly level: Level;
  readonly side: Side;
  readonly scope: Scope;
  /** The rules of other tools, and the policies, that it follows: "buf ENUM_VALUE_NO_DELETE", "AIP-193". */
  readonly models: readonly string[];
  /** Whether programs that use all of the old generated code compile with the new one. */
  readonly compiles: boolean;
  /** One sentence: the difference. */
  readonly summary: string;
  /** The programs that are hit, how they are, and the remedy; plain text of a few sentences. */
  readonly explanation: string;
  readonly example: ChangeExample;
  find(comparison: Comparison): Iterable<FoundChange>;
}

/** Shown by `explain` and run by the tests. Each text is a table without its first lines: `errtable: 1` and `name: Example`. */
export interface ChangeExample {
  readonly old: string;
  /** This rule finds a difference to the old table here, and no other rule finds a major or dangerous one. */
  readonly new: string;
  /** Another new table, which does it right: this rule finds nothing. */
  readonly fine: string;
}

export interface FoundChange extends Subject {
  readonly message: string;
  readonly help: string;
  readonly where: ChangePlace;
  /** Absent: that of the rule. */
  readonly scope?: Scope;
}

/** Keeps the id in the type, from which the union of all ids is made. */
export function defineChangeRule<const Id extends string>(rule: ChangeRule<Id>): ChangeRule<Id> {
  return rule;
}

export function changeOf({ id, level, side, scope }: ChangeRule, found: FoundChange): Change {
  return { rule: id, level, side, scope, ...found };
}
