// Finds the case of an error by its constants, its message and its status.
import { memberAt } from "./body-members.ts";

export interface CaseFacts {
  readonly statuses?: readonly number[];
  readonly retry?: string;
  /** Members with one value. The value of an array or an object is JSON. */
  readonly constants?: readonly (readonly [place: readonly string[], value: unknown])[];
}

export type CasesOfCode = Readonly<Record<string, CaseFacts>>;

/** `fitOf` is the size of the literal text of a case's message, if the message is one; -1 if it is none, and 0 if nothing tells. */
export function findCase(
  cases: CasesOfCode,
  item: unknown,
  status: number,
  fitOf: (name: string) => number,
): string | undefined {
  const possible = Object.entries(cases).filter(([, { constants = [] }]) =>
    constants.every(([place, value]) => {
      const member = memberAt(item, place);
      return member === undefined || isSameJson(member, value);
    }),
  );
  const byConstants = bestCases(
    possible,
    ([, { constants = [] }]) => constants.filter(([place]) => memberAt(item, place) !== undefined).length,
  );
  const byMessage = bestCases(byConstants, ([name]) => fitOf(name));
  const byStatus = bestCases(byMessage, ([, { statuses = [] }]) => (statuses.includes(status) ? 1 : 0));
  const [best, ...others] = byStatus;
  if (best === undefined || others.length > 0) return undefined;
  const [name, { constants = [] }] = best;
  // Another message than that of the case says that it is a newer case, unless the constants say otherwise.
  const isCertain = constants.some(([place]) => memberAt(item, place) !== undefined) || fitOf(name) >= 0;
  return isCertain ? name : undefined;
}

function isSameJson(member: unknown, value: unknown): boolean {
  try {
    return JSON.stringify(member) === JSON.stringify(value);
  } catch {
    // The member is nested too deeply; no constant is.
    return false;
  }
}

export function caseIn(
  cases: Readonly<Record<string, CasesOfCode>>,
  code: string | number | undefined,
  name: string | undefined,
): CaseFacts | undefined {
  if (code === undefined || name === undefined || !code.hasOwnProperty.call(cases, code)) return undefined;
  const ofCode = cases[code] ?? {};
  return name.hasOwnProperty.call(ofCode, name) ? ofCode[name] : undefined;
}

type NamedCase = readonly [name: string, facts: CaseFacts];

function bestCases(cases: readonly NamedCase[], rank: (one: NamedCase) => number): readonly NamedCase[] {
  const ranks = cases.map(rank);
  const highest = Math.max(...ranks);
  return cases.filter((_, index) => ranks[index] === highest);
}
