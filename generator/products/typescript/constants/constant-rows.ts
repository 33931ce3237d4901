// Errors that differ from others by the values of common members alone: these are data by code, where other errors have a function and a type each.

import { memoize } from "../../../diagnostic/memoize.ts";
import { memberKey } from "../../../model/body-layout.ts";
import type { MemberModel } from "../../../model/body-model.ts";
import { type ConstantModel, mainCase } from "../../../model/model.ts";
import { type Path, pointerText } from "../../../text/json/pointer.ts";
import type { Plan, PlannedError } from "../product-plan.ts";

/** Up to this number of codes a function for each is short enough. */
export const FEW_CODES = 16;

/** Whether the error is a row of that data. */
export function isConstantRow(error: PlannedError, { model, errors, perCode }: Plan): boolean {
  if (perCode || errors.length <= FEW_CODES) return false;
  const { name, details, constants, params } = mainCase(error);
  if (name !== undefined || details !== undefined || constants.length === 0) return false;
  if (params.some(({ at }) => at !== undefined)) return false;
  return constants.every((constant) => isPlain(constant) && memberAt(constant.at, model.body.members) !== undefined);
}

export const hasConstantRows = memoize((plan: Plan): boolean =>
  plan.errors.some((error) => isConstantRow(error, plan)),
);

/** The members that have such values, each once. */
export function constantMembers(plan: Plan): readonly MemberModel[] {
  const rows = plan.errors.filter((error) => isConstantRow(error, plan));
  const keys = new Set(rows.flatMap((error) => constantsOf(error).map(({ at }) => memberKey(at))));
  return plan.model.body.members.filter(({ at }) => keys.has(memberKey(at)));
}

export function constantsOf(error: PlannedError): readonly ConstantModel[] {
  return mainCase(error).constants;
}

function isPlain({ value }: ConstantModel): boolean {
  return value !== null && typeof value !== "object";
}

/** A constant deeper inside of a member, or in an item of a list, demands more than its value. */
function memberAt(at: Path, members: readonly MemberModel[]): MemberModel | undefined {
  const pointer = pointerText(at);
  return members.find((member) => pointerText(member.at) === pointer);
}
