// Two versions of a table become pairs of the errors and cases that are the same in both, and lists of the others.
import { groupBy } from "../../diagnostic/group-by.ts";
import { modelFor } from "../../model/audience.ts";
import type { CaseModel, ErrorModel, Model } from "../../model/model.ts";
import { messageShape } from "./message-shape.ts";
import { renamesBetween } from "./renames.ts";

/** Internal errors are left out of both tables. */
export interface Comparison {
  readonly old: Model;
  readonly new: Model;
  /** The errors that both have, renamed ones included; in the order of the new table. */
  readonly errors: readonly ErrorPair[];
  /** The pairs whose rows differ, in any way. */
  readonly changed: readonly ErrorPair[];
  /** The cases that both have, in rows that differ. */
  readonly cases: readonly CasePair[];
  /** In the new table alone, in its order. */
  readonly added: readonly ErrorModel[];
  /** In the old table alone, in its order. */
  readonly removed: readonly ErrorModel[];
  /** Codes that are internal in the new table. */
  readonly hidden: ReadonlySet<string>;
}

export interface ErrorPair {
  readonly old: ErrorModel;
  readonly new: ErrorModel;
  readonly isRenamed: boolean;
  readonly cases: readonly CasePair[];
  readonly addedCases: readonly CaseModel[];
  readonly removedCases: readonly CaseModel[];
}

export interface CasePair {
  readonly error: ErrorPair;
  readonly old: CaseModel;
  readonly new: CaseModel;
}

export function comparisonOf(oldModel: Model, newModel: Model): Comparison {
  const before = modelFor({}, oldModel);
  const after = modelFor({}, newModel);
  const inOrder = (errors: readonly ErrorModel[]) => errors.toSorted((a, b) => a.order - b.order);
  const oldCodes = new Map(before.errors.map((error) => [error.code, error]));
  const newCodes = new Set(after.errors.map(({ code }) => code));
  const hidden = new Set(newModel.errors.filter(({ audience }) => audience === "internal").map(({ code }) => code));
  const gone = inOrder(before.errors.filter(({ code }) => !newCodes.has(code)));
  const come = inOrder(after.errors.filter(({ code }) => !oldCodes.has(code)));
  const renames = renamesBetween(
    after,
    gone.filter(({ code }) => !hidden.has(code)),
    come,
  );
  const oldOf = new Map([...renames].map(([from, to]) => [to, oldCodes.get(from)]));
  const errors = inOrder(after.errors).flatMap((error) => {
    const old = oldCodes.get(error.code) ?? oldOf.get(error.code);
    return old === undefined ? [] : [pairOf(old, error)];
  });
  // The members of a row also follow from those of all bodies.
  const isSameBody = JSON.stringify(before.body) === JSON.stringify(after.body);
  const changed = isSameBody ? errors.filter((pair) => !isSameRow(pair.old, pair.new)) : errors;
  return {
    old: before,
    new: after,
    errors,
    changed,
    cases: changed.flatMap(({ cases }) => cases),
    added: come.filter(({ code }) => !oldOf.has(code)),
    removed: gone.filter(({ code }) => !renames.has(code)),
    hidden,
  };
}

/** The parts of rows that were not read twice are the very same. */
function isSameRow(old: ErrorModel, after: ErrorModel): boolean {
  const names = Object.keys(after) as (keyof ErrorModel)[];
  const hasSameParts = names.every((name) => name === "order" || old[name] === after[name]);
  return (hasSameParts && Object.keys(old).length === names.length) || rowText(old) === rowText(after);
}

/** The place of a row among the others means nothing. */
function rowText({ order: _, ...row }: ErrorModel): string {
  return JSON.stringify(row);
}

function pairOf(old: ErrorModel, after: ErrorModel): ErrorPair {
  const matched = matchedCases(old.cases, after.cases);
  const cases: CasePair[] = [];
  const pair: ErrorPair = {
    old,
    new: after,
    isRenamed: old.code !== after.code,
    cases,
    addedCases: after.cases.filter((one) => ![...matched.values()].includes(one)),
    removedCases: old.cases.filter((one) => !matched.has(one)),
  };
  for (const [one, same] of matched) cases.push({ error: pair, old: one, new: same });
  return pair;
}

/** By name, then by being alike; the only case of an error without names is one of the named ones at least. */
function matchedCases(old: readonly CaseModel[], after: readonly CaseModel[]): ReadonlyMap<CaseModel, CaseModel> {
  const matched = new Map<CaseModel, CaseModel>();
  const byName = new Map(after.map((one) => [one.name, one]));
  for (const one of old) {
    const same = byName.get(one.name);
    if (same !== undefined) matched.set(one, same);
  }
  if (matched.size === old.length) return matched;
  const taken = new Set(matched.values());
  const left = groupBy(
    after.filter((one) => !taken.has(one)),
    likenessOf,
  );
  const open = old.filter((one) => !matched.has(one));
  const before = groupBy(open, likenessOf);
  for (const one of open) {
    const [same, ...others] = left.get(likenessOf(one)) ?? [];
    if (same !== undefined && others.length === 0 && before.get(likenessOf(one))?.length === 1) matched.set(one, same);
  }
  const [first, ...others] = old;
  const [only, ...more] = after;
  if (matched.size === 0 && first !== undefined && only !== undefined) {
    if ((others.length === 0 && first.name === undefined) || (more.length === 0 && only.name === undefined))
      matched.set(first, only);
  }
  return matched;
}

function likenessOf({ template, params, statuses, constants }: CaseModel): string {
  return JSON.stringify([template && messageShape(template, params), statuses, constants]);
}
