// The findings of rules are kept from one state of a table to the next: of each error, and of whole tables where no row has changed
// in a field that the rule reads.
import { areSame } from "../../diagnostic/memoize.ts";
import type { LoadedTable, ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import { type ChangedRows, changedRows, hasChanged } from "./changed-rows.ts";
import type { Finding, Rule } from "./rule.ts";

/** For the states of one table, whose unchanged errors are the same objects. */
export interface FindingMemory {
  last?: LastState;
  /** Whether an error is known to have no finding of its own. */
  readonly isSound?: (error: ResolvedError) => boolean;
}

interface LastState {
  readonly basis: readonly unknown[];
  readonly entries: readonly ResolvedError[];
  /** Of the rules with the scope of an error, by the place of the error. */
  readonly own: readonly ByRule[];
  /** Of other rules. */
  readonly whole: WholeState;
}

interface WholeState {
  readonly basis: readonly unknown[];
  readonly known: Map<Rule, readonly Finding[]>;
}

type ByRule = ReadonlyMap<Rule, readonly Finding[]>;

/** The findings of each rule that is asked for. `rules` are all that may be. */
export function keptFindings(
  table: ResolvedTable,
  rules: readonly Rule[],
  memory: FindingMemory,
): (rule: Rule) => Iterable<Finding> {
  const { last } = memory;
  const single = rules.filter(({ scope }) => scope === "error");
  const { entries } = table;
  const changed = last && changedRows(last.entries, entries);
  const basis = basisOf(table, single);
  const find = (error: ResolvedError): ByRule => (memory.isSound?.(error) ? NOTHING : findingsIn(table, error, single));
  const own = ownFindings(entries, last !== undefined && areSame(last.basis, basis) ? last : undefined, changed, find);
  const whole = keptWhole(table, last?.whole, changed);
  memory.last = { basis, entries, own, whole };
  const joined = joinOwn([findingsIn(table, undefined, single), ...own]);
  return (rule) => {
    if (rule.scope === "error") return joined.get(rule) ?? [];
    if (rule.rowFields === undefined) return rule.check(table);
    const found = whole.known.get(rule) ?? [...rule.check(table)];
    whole.known.set(rule, found);
    return found;
  };
}

function ownFindings(
  entries: readonly ResolvedError[],
  last: LastState | undefined,
  changed: ChangedRows | undefined,
  find: (error: ResolvedError) => ByRule,
): readonly ByRule[] {
  // A row that is put in moves those after it.
  const known =
    last && changed === undefined ? new Map(last.entries.map((entry, at) => [entry, last.own[at]])) : undefined;
  return entries.map((entry, at) => {
    const kept = last?.entries[at] === entry ? last.own[at] : known?.get(entry);
    return kept ?? find(entry);
  });
}

/** The findings of before, of the rules that see nothing else than before. */
function keptWhole(table: ResolvedTable, before: WholeState | undefined, changed: ChangedRows | undefined): WholeState {
  const basis = basisOfWhole(table);
  if (before === undefined || changed === undefined || !areSame(before.basis, basis))
    return { basis, known: new Map() };
  const kept = [...before.known].filter(([{ rowFields = [] }]) => !hasChanged(changed, rowFields));
  return { basis, known: new Map(kept) };
}

function joinOwn(all: readonly ByRule[]): ByRule {
  const found = new Map<Rule, Finding[]>();
  for (const own of all) {
    if (own === NOTHING) continue;
    for (const [rule, findings] of own) {
      const before = found.get(rule);
      if (before === undefined) found.set(rule, [...findings]);
      else before.push(...findings);
    }
  }
  return new Map(Array.from(found, ([rule, findings]) => [rule, eachOnce(findings)]));
}

const NOTHING: ByRule = new Map();

/** In a table that has one error, or none. */
function findingsIn(table: ResolvedTable, error: ResolvedError | undefined, rules: readonly Rule[]): ByRule {
  const entries = error === undefined ? [] : [error];
  const errors = new Map(entries.map((entry) => [entry.code, entry]));
  const { root, tables } = table;
  const part: ResolvedTable = { root, tables, entries, errors, cases: error?.cases ?? [] };
  let found: Map<Rule, readonly Finding[]> | undefined;
  for (const rule of rules) {
    const findings = [...rule.check(part)];
    if (findings.length > 0) found = (found ?? new Map<Rule, readonly Finding[]>()).set(rule, findings);
  }
  return found ?? NOTHING;
}

/** A finding in the fields at the top, or in the defaults, is made for several errors. */
function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const keyOf = ({ document, path, at, part, message }: Finding): string =>
    JSON.stringify([document.source.path, path, at, part, message]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

/** All that a rule may read besides an error. Operations and retired codes tell nothing of one error. */
function basisOf({ root, tables }: ResolvedTable, rules: readonly Rule[]): readonly unknown[] {
  const fieldsOf = (loaded: LoadedTable): readonly unknown[] => {
    const { errors: _, operations: _1, retired: _2, ...fields } = loaded.table;
    const translations = loaded.translations.flatMap(({ document, translation: { errors: _, ...own } }) => [
      document,
      ...Object.entries(own).flat(),
    ]);
    return [loaded, ...Object.entries(fields).flat(), ...translations];
  };
  return [root, ...rules, ...tables.flatMap(fieldsOf)];
}

/** All that a rule may read besides the rows. */
function basisOfWhole({ root, tables }: ResolvedTable): readonly unknown[] {
  const fieldsOf = (loaded: LoadedTable): readonly unknown[] => {
    const { errors: _, ...fields } = loaded.table;
    const translations = loaded.translations.flatMap(({ document, translation }) => [document, translation]);
    return [loaded, ...Object.entries(fields).flat(), ...translations];
  };
  return [root, ...tables.flatMap(fieldsOf)];
}
