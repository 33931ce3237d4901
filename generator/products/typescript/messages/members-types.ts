// The types of the members that programs give to the creators of bodies.
import { memoize } from "../../../diagnostic/memoize.ts";
import { declareAlias } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { codeKey } from "../printer/typescript-literal.ts";
import { generic, member, named } from "../printer/typescript-type.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { fixedPlaces } from "./fixed-members.ts";
import {
  hasAlternatives,
  hasSharedObjects,
  type Left,
  type LeftTypes,
  leftMembers,
  leftType,
  most,
  type Place,
  placeType,
} from "./left-members.ts";

/** The places of code and message. */
export function commonPlaces({ model }: Plan): readonly Place[] {
  const { code, message } = model.body;
  return [code.at, ...(message === undefined ? [] : [message.at])];
}

export function filledPlaces(plan: Plan, error: PlannedError): readonly Place[] {
  return restIn(plan)(error).filled;
}

export function leftOf(plan: Plan, error: PlannedError): Left {
  return restIn(plan)(error).left;
}

export function leftOfAll(plan: Plan): Left {
  return most(plan.errors.map((error) => leftOf(plan, error)));
}

/** Whether something is left of an object that holds code or message. */
export function isShared(plan: Plan, error: PlannedError): boolean {
  return restIn(plan)(error).isShared;
}

const restIn = memoize((plan: Plan) =>
  memoize((error: PlannedError) => {
    const filled = [...commonPlaces(plan), ...fixedPlaces(error)];
    return { filled, left: leftMembers(plan, error, filled), isShared: hasSharedObjects(plan, error, filled) };
  }),
);

export function leftKind(plan: Plan, error: PlannedError): LeftTypes {
  if (plan.hasTuples || isShared(plan, error)) return "Rest";
  return hasAlternatives(error) ? "OmitEach" : "Omit";
}

/** Of all errors at once. */
export function tableKind(plan: Plan): LeftTypes {
  const kinds = plan.errors.map((error) => leftKind(plan, error));
  const isUneven = plan.errors.some((error) => fixedPlaces(error).length > 0);
  if (kinds.includes("Rest") || isUneven) return "Rest";
  return kinds.includes("OmitEach") ? "OmitEach" : "Omit";
}

/** The places by code that are filled in besides code and message. */
export function membersType({ errors }: Plan): readonly Declaration[] {
  const rows = errors
    .map((error) => ({ code: error.wireCode, places: fixedPlaces(error) }))
    .filter(({ places }) => places.length > 0)
    .map(({ code, places }) => ({ ...member("", union(places.map(placeType))), key: codeKey(code) }));
  if (rows.length === 0) return [];
  return [
    declareTypeMap({
      name: "FixedPlaces",
      doc: "The places by code that a code or its params fill in.",
      isLocal: true,
      rows,
    }),
  ];
}

export function membersAlias(plan: Plan): Declaration {
  const { names, errors } = plan;
  const isUneven = errors.some((error) => fixedPlaces(error).length > 0);
  const body = named(`${names.of}<Code>`);
  const type = isUneven
    ? generic(
        "Rest",
        body,
        union([...commonPlaces(plan).map(placeType), named("FixedPlaces[Code & keyof FixedPlaces]")]),
      )
    : leftType(body, commonPlaces(plan), tableKind(plan));
  return declareAlias({
    name: names.members,
    doc: "The members of the body of the error with this code, without code and message.",
    typeParameters: [`Code extends ${names.code}`],
    type,
  });
}
