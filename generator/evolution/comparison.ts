// Two versions of a table become pairs of the errors and cases that are the same in both, and lists of the others.

import { modelFor } from "../model/audience.ts";
import type { CaseModel, ErrorModel, Model } from "../model/model.ts";

export interface Comparison {
  /** Without internal errors. */
  readonly old: Model;
  /** Without internal errors. */
  readonly new: Model;
  /** The errors that both have, renamed ones included. */
  readonly errors: readonly ErrorPair[];
  /** In the new table alone, in the order of the table. */
  readonly added: readonly ErrorModel[];
  /** In the old table alone, in the order of the table. */
  readonly removed: readonly ErrorModel[];
  /** Codes that are internal in the new table. */
  readonly hidden: ReadonlySet<string>;
}

export interface ErrorPair {
  readonly old: ErrorModel;
  readonly new: ErrorModel;
  readonly isRenamed: boolean;
  /** The cases that both have. */
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
  const oldCodes = new Map(before.errors.map((error) => [error.code, error]));
  const newCodes = new Set(after.errors.map(({ code }) => code));
  const inOrder = (errors: readonly ErrorModel[]) => errors.toSorted((a, b) => a.order - b.order);
  return {
    old: before,
    new: after,
    errors: inOrder(after.errors).flatMap((error) => {
      const old = oldCodes.get(error.code);
      return old === undefined ? [] : [pairOf(old, error)];
    }),
    added: inOrder(after.errors.filter(({ code }) => !oldCodes.has(code))),
    removed: inOrder(before.errors.filter(({ code }) => !newCodes.has(code))),
    hidden: new Set(newModel.errors.filter(({ audience }) => audience === "internal").map(({ code }) => code)),
  };
}

function pairOf(old: ErrorModel, after: ErrorModel): ErrorPair {
  const cases: CasePair[] = [];
  const pair: ErrorPair = {
    old,
    new: after,
    isRenamed: old.code !== after.code,
    cases,
    addedCases: after.cases.filter((one) => !old.cases.some(({ name }) => name === one.name)),
    removedCases: old.cases.filter((one) => !after.cases.some(({ name }) => name === one.name)),
  };
  for (const one of old.cases) {
    const same = after.cases.find(({ name }) => name === one.name);
    if (same !== undefined) cases.push({ error: pair, old: one, new: same });
  }
  return pair;
}
