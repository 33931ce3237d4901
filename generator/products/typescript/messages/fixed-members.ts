// The members that a code fills in by itself, constants and the values of params, become data.
import { itemPlace } from "../../../model/item-place.ts";
import type { CaseModel } from "../../../model/model.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { callDoc } from "../printer/code.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import type { Place } from "./left-members.ts";
import { caseArgument, singleCase } from "./template-text.ts";

export function hasFixed({ cases }: PlannedError): boolean {
  return cases.some((one) => placesOf(one).length > 0);
}

/** Of the code, or of each case of it. */
export function fixedData(error: PlannedError): Data {
  const single = singleCase(error);
  if (single !== undefined) return caseData(single);
  return Object.fromEntries<Data>(error.cases.map((one) => [one.name ?? "", caseData(one)]));
}

/** The places that are filled in for every case. Programs may give the other items of a list, so that a list is none. */
export function fixedPlaces({ cases: [first, ...others] }: PlannedError): readonly Place[] {
  const all = others.map((one) => new Set(placesOf(one).map(pointerText)));
  const places = first === undefined ? [] : placesOf(first).filter((at) => itemPlace(at).list === undefined);
  return places.filter((at) => all.every((other) => other.has(pointerText(at))));
}

/** Whether a case has constants in an item of a list. */
export function hasListed({ errors }: Pick<Plan, "errors">): boolean {
  return errors.some(({ cases }) =>
    cases.some(({ constants }) => constants.some(({ at }) => itemPlace(at).list !== undefined)),
  );
}

/** The call that hands back the fixed values at their places in a body with these members. */
export function fixedCall(plan: Plan, fixed: string, params: string, members: string): Doc {
  const values = callDoc("fixedValues", [fixed, params, ...caseArgument(plan)]);
  return ["...", hasListed(plan) ? callDoc("listedValues", [members, values]) : values];
}

function placesOf({ constants, params }: CaseModel): readonly Place[] {
  return [...constants.map(({ at }) => at), ...params.flatMap(({ at }) => (at === undefined ? [] : [at]))];
}

function caseData({ constants, params }: CaseModel): Data {
  const placed = params.flatMap(({ at, name }): readonly Data[] => (at === undefined ? [] : [[at, name]]));
  const fixed = constants.map(({ at, value }): Data => [at, value]);
  return placed.length === 0 ? [fixed] : [fixed, placed];
}
