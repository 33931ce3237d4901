// The check functions of a table and the library functions that they call become checks.ts, from which the other files import them.
import { declareTypeText, type Item, type Module, runtimeDeclarations } from "../printer/module.ts";
import { CHECKS } from "../runtime.gen.ts";

/** The functions that checks.ts holds so far: emitters add to them while they make the other files, one after another. */
export interface CheckFunctions {
  /** The names of the check functions by their schemas: equal schemas share a function. */
  readonly names: Map<string, string>;
  readonly declarations: Item[];
  readonly helpers: Set<Helper>;
  readonly takenNames: Set<string>;
  /** The functions that other files import. */
  readonly exported: Set<string>;
}

/** The same functions for a file that imports some of them. */
export interface ImportedChecks extends CheckFunctions {
  readonly imported: Set<string>;
}

export type Helper = keyof typeof CHECKS;

export function newCheckFunctions(): CheckFunctions {
  return { names: new Map(), declarations: [], helpers: new Set(), takenNames: new Set(), exported: new Set() };
}

export function importedChecks(checks: CheckFunctions): ImportedChecks {
  return { ...checks, imported: new Set() };
}

/** Imports a check function or a library function; the answer is its name. */
export function importCheck(name: string, { imported, exported, helpers }: ImportedChecks): string {
  imported.add(name);
  exported.add(name);
  if (isHelper(name)) helpers.add(name);
  return name;
}

/** The functions of the table come before those of the library. */
export function checksModule({ declarations, helpers, exported }: CheckFunctions): Module {
  const all = new Set<Helper>(helpers);
  // The loop also visits the helpers that are added while it runs.
  for (const helper of all) for (const used of CHECKS[helper].uses) all.add(used);
  const hasCheckType = exported.has("Check") || [...all].some((helper) => /\bCheck\b/.test(CHECKS[helper].ts));
  const items = [
    ...declarations,
    ...(hasCheckType ? [declareTypeText("export type Check = (value: unknown) => boolean;")] : []),
    ...runtimeDeclarations([...all].toSorted().map((helper) => CHECKS[helper])),
  ];
  return {
    name: "checks",
    publicNames: [],
    declarations: items.map((item) => ({ ...item, isExported: exported.has(item.name) })),
  };
}

export function useHelper(helper: Helper, { helpers }: CheckFunctions): Helper {
  helpers.add(helper);
  return helper;
}

export function isHelper(name: string): name is Helper {
  return Object.hasOwn(CHECKS, name);
}

/** The name, or the name with the first number that makes it free. */
export function freeName(name: string, takenNames: Set<string>): string {
  let free = name;
  for (let count = 2; takenNames.has(free); count++) free = `${name}${count}`;
  takenNames.add(free);
  return free;
}
