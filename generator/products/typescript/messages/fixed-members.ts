// The members that a code fills in by itself, constants and the values of params, become data.
import type { CaseModel } from "../../../model/model.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import type { Data } from "../printer/typescript-data.ts";
import type { PlannedError } from "../product-plan.ts";
import type { Place } from "./left-members.ts";
import { singleCase } from "./template-text.ts";

export function hasFixed({ cases }: PlannedError): boolean {
  return cases.some((one) => placesOf(one).length > 0);
}

/** Of the code, or of each case of it. */
export function fixedData(error: PlannedError): Data {
  const single = singleCase(error);
  if (single !== undefined) return caseData(single);
  return Object.fromEntries<Data>(error.cases.map((one) => [one.name ?? "", caseData(one)]));
}

/** The places that are filled in for every case. */
export function fixedPlaces({ cases: [first, ...others] }: PlannedError): readonly Place[] {
  const all = others.map((one) => new Set(placesOf(one).map(pointerText)));
  return first === undefined ? [] : placesOf(first).filter((at) => all.every((places) => places.has(pointerText(at))));
}

function placesOf({ constants, params }: CaseModel): readonly Place[] {
  return [...constants.map(({ at }) => at), ...params.flatMap(({ at }) => (at === undefined ? [] : [at]))];
}

function caseData({ constants, params }: CaseModel): Data {
  const placed = params.flatMap(({ at, name }): readonly Data[] => (at === undefined ? [] : [[at, name]]));
  const fixed = constants.map(({ at, value }): Data => [at, value]);
  return placed.length === 0 ? [fixed] : [fixed, placed];
}
