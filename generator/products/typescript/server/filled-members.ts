// The members of bodies that replies fill in by themselves: the id of the request, and in problem details the status and the instance.

import { memoize } from "../../../diagnostic/memoize.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import { requestIdPlace } from "../http/body-places.ts";
import { type Left, leftMembers, most, type Place } from "../messages/left-members.ts";
import { commonPlaces, filledPlaces } from "../messages/members-types.ts";
import type { Plan, PlannedError } from "../product-plan.ts";

/** A place in a body, and the expression of its value. */
export interface FilledMember {
  readonly at: Place;
  readonly value: string;
  readonly isRequired: boolean;
}

export const REQUEST_ID = "textGiven(options.requestId)";
const INSTANCE = "textGiven(options.instance)";

/** Of the error, or of one error in a list. */
export const filledMembers = memoize((plan: Plan): readonly FilledMember[] => {
  const { body } = plan.model;
  const taken = new Set(
    [...commonPlaces(plan), ...plan.errors.flatMap((error) => filledPlaces(plan, error))].map(pointerText),
  );
  const isProblem = body.mediaType === "application/problem+json";
  const id = requestIdPlace(plan);
  const values = new Map([
    ...(isProblem
      ? ([
          ["/status", "facts.row.status"],
          ["/instance", INSTANCE],
        ] as const)
      : []),
    ...(id === undefined ? [] : ([[pointerText(id), REQUEST_ID]] as const)),
  ]);
  return body.members.flatMap(({ at, required }) => {
    const pointer = pointerText(at);
    const value = taken.has(pointer) ? undefined : values.get(pointer);
    return value === undefined ? [] : [{ at, value, isRequired: required }];
  });
});

/** The names of the members at the top of bodies among them. */
export function filledNames(plan: Plan): readonly (string | number)[] {
  return filledMembers(plan).flatMap(({ at: [name, inner] }) =>
    name === undefined || inner !== undefined ? [] : [name],
  );
}

/** The members of an error that a program gives, without the members that its reply fills in. */
export function leftForFailure(plan: Plan, error: PlannedError): Left {
  return leftMembers(plan, error, [...filledPlaces(plan, error), ...filledNames(plan).map((name) => [name])]);
}

export const leftForFailures = memoize(
  (plan: Plan): Left => most(plan.errors.map((error) => leftForFailure(plan, error))),
);
