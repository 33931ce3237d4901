// Two states of the rows of a table become the rows that have changed, and the fields that have.

import type { Entry } from "../../reader/spec.gen.ts";
import type { ResolvedCase, ResolvedError } from "../../reader/table/resolve.ts";

/** Of a row that is at the same place in both states. */
export type ChangedRows = readonly (readonly [before: ResolvedError, now: ResolvedError])[];

/** With more changes than people make at once, everything is looked at anew. */
const MOST = 20;

/** Undefined where the states have other codes, or many changes. */
export function changedRows(before: readonly ResolvedError[], now: readonly ResolvedError[]): ChangedRows | undefined {
  if (before.length !== now.length) return undefined;
  const changed: (readonly [ResolvedError, ResolvedError])[] = [];
  for (let at = 0; at < now.length; at += 1) {
    const [one, other] = [before[at], now[at]];
    if (one === other || one === undefined || other === undefined) continue;
    if (one.code !== other.code || one.owner !== other.owner || changed.length === MOST) return undefined;
    changed.push([one, other]);
  }
  return changed;
}

/** Whether a row or a case has another value in one of the fields, also in the defaults; or other cases. */
export function hasChanged(changed: ChangedRows, fields: readonly (keyof Entry)[]): boolean {
  return changed.some(([before, now]) => {
    if (before.cases.length !== now.cases.length) return true;
    const pairs = now.cases.map((one, at) => [before.cases[at] ?? before, one] as const);
    return [[before, now] as const, ...pairs].some(([one, other]) => differs(one, other, fields));
  });
}

function differs(before: ResolvedCase, now: ResolvedCase, fields: readonly (keyof Entry)[]): boolean {
  if (before.name !== now.name || before.layers.length !== now.layers.length) return true;
  return now.layers.some((layer, at) => {
    const old = (before.layers[at]?.fields ?? {}) as Entry;
    return fields.some((field) => JSON.stringify((layer.fields as Entry)[field]) !== JSON.stringify(old[field]));
  });
}
