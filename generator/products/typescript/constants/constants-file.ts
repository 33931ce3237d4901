// The values that codes give to members by themselves become constants.ts, which types, guards and creators share.

import { memberKey } from "../../../model/body-layout.ts";
import type { Module } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { declareTypedRows } from "../typed-rows.ts";
import { constantsOf, isConstantRow } from "./constant-rows.ts";

/** The data, and its type. */
export const CONSTANTS = "constants";
export const CONSTANTS_TYPE = "Constants";

export function emitConstants(plan: Plan): Module {
  const rows = plan.errors
    .filter((error) => isConstantRow(error, plan))
    .map((error) => ({
      code: error.wireCode,
      data: Object.fromEntries(constantsOf(error).map(({ at, value }) => [memberKey(at), value as string])),
    }));
  const doc = "The values of members that codes have by themselves.";
  return {
    name: "constants",
    publicNames: [],
    declarations: declareTypedRows({ name: CONSTANTS, typeName: CONSTANTS_TYPE, doc, rows }),
  };
}
