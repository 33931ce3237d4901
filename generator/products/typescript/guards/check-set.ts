// The functions that a file's checks are made of: those of its table, and those of the library that they call.
import { type Declaration, declareTypeText, runtimeDeclarations } from "../printer/module.ts";
import { CHECKS } from "../runtime.gen.ts";

/** The functions that a file needs so far; equal schemas share theirs. */
export interface CheckSet {
  readonly names: Map<string, string>;
  readonly declarations: Declaration[];
  readonly helpers: Set<Helper>;
  readonly taken: Set<string>;
}

export type Helper = keyof typeof CHECKS;

export function newCheckSet(): CheckSet {
  return { names: new Map(), declarations: [], helpers: new Set(), taken: new Set() };
}

/** The declarations of all checks, those of the library after those of the table. */
export function checkDeclarations(set: CheckSet): readonly Declaration[] {
  const all = new Set<Helper>();
  const open = [...set.helpers];
  for (let helper = open.pop(); helper !== undefined; helper = open.pop()) {
    if (all.has(helper)) continue;
    all.add(helper);
    open.push(...CHECKS[helper].uses);
  }
  const needsType = [...all].some((helper) => /\bCheck\b/.test(CHECKS[helper].ts));
  return [
    ...set.declarations,
    ...(needsType ? [declareTypeText("Check", "type Check = (value: unknown) => boolean;")] : []),
    ...runtimeDeclarations([...all].toSorted().map((helper) => CHECKS[helper])),
  ];
}

export function useHelper(helper: Helper, set: CheckSet): Helper {
  set.helpers.add(helper);
  return helper;
}

export function isHelper(name: string): name is Helper {
  return Object.hasOwn(CHECKS, name);
}

/** A name that no check has yet. */
export function freeName(wanted: string, { taken }: CheckSet): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  taken.add(name);
  return name;
}
