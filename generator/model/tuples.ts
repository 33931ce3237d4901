// Whether bodies of a table are, or hold, tuples: lists whose positions have meanings.
import { memoize } from "../diagnostic/memoize.ts";
import { isPosition, type Path } from "../text/json/pointer.ts";
import type { BodyModel } from "./body-model.ts";
import type { CaseModel, Model } from "./model.ts";

export const hasTuples = memoize(({ body, errors }: Model): boolean => {
  const goesThrough = (at: Path): boolean => at.some(isPosition);
  return placesIn(body).some(goesThrough) || errors.some(({ cases }) => cases.flatMap(placesOf).some(goesThrough));
});

function placesIn({ code, message, members }: BodyModel): readonly Path[] {
  return [code.at, ...(message === undefined ? [] : [message.at]), ...members.map(({ at }) => at)];
}

function placesOf({ constants, params, details }: CaseModel): readonly Path[] {
  const ofParams = params.flatMap(({ at }) => (at === undefined ? [] : [at]));
  return [...constants.map(({ at }) => at), ...ofParams, ...(details === undefined ? [] : [details.at])];
}
