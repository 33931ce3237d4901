// The findings of rules that look at one error at a time are kept from one state of a table to the next.
import { areSame } from "../../diagnostic/memoize.ts";
import type { LoadedTable, ResolvedError, ResolvedTable } from "../../reader/table/resolve.ts";
import type { Finding, Rule } from "./rule.ts";

/** For the states of one table, whose unchanged errors are the same objects. */
export interface FindingMemory {
  basis: readonly unknown[];
  known: WeakMap<ResolvedError, ByRule>;
}

type ByRule = ReadonlyMap<Rule, readonly Finding[]>;

export function newFindingMemory(): FindingMemory {
  return { basis: [], known: new WeakMap() };
}

/** Of the rules that have the scope. */
export function keptFindings(table: ResolvedTable, rules: readonly Rule[], memory: FindingMemory): ByRule {
  const basis = basisOf(table, rules);
  if (!areSame(basis, memory.basis)) {
    memory.basis = basis;
    memory.known = new WeakMap();
  }
  const found = new Map<Rule, Finding[]>();
  const add = (own: ByRule): void => {
    for (const [rule, findings] of own) {
      const all = found.get(rule);
      if (all === undefined) found.set(rule, [...findings]);
      else all.push(...findings);
    }
  };
  add(findingsIn(table, undefined, rules));
  for (const error of table.entries) {
    let own = memory.known.get(error);
    if (own === undefined) {
      own = findingsIn(table, error, rules);
      memory.known.set(error, own);
    }
    add(own);
  }
  return new Map(Array.from(found, ([rule, findings]) => [rule, eachOnce(findings)]));
}

const NOTHING: ByRule = new Map();

/** In a table that has one error, or none. */
function findingsIn(table: ResolvedTable, error: ResolvedError | undefined, rules: readonly Rule[]): ByRule {
  const entries = error === undefined ? [] : [error];
  const errors = new Map(entries.map((entry) => [entry.code, entry]));
  const part: ResolvedTable = { ...table, entries, errors, cases: error?.cases ?? [] };
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

/** All that such a rule may read besides an error. Operations and retired codes tell nothing of one error. */
function basisOf({ root, tables }: ResolvedTable, rules: readonly Rule[]): readonly unknown[] {
  return [root, ...rules, ...tables.flatMap(fieldsOf)];
}

function fieldsOf(loaded: LoadedTable): readonly unknown[] {
  const { errors: _, operations: _1, retired: _2, ...fields } = loaded.table;
  const translations = loaded.translations.flatMap(({ document, translation: { errors: _, ...own } }) => [
    document,
    ...Object.entries(own).flat(),
  ]);
  return [loaded, ...Object.entries(fields).flat(), ...translations];
}
