// The conditions of a param in two versions become the direction in which they differ.
import type { ParamModel } from "../../model/model.ts";
import { relationOf } from "../../schema/within.ts";
import { witnessOf } from "../../schema/witness.ts";
import type { Json, JsonObject } from "../../text/json/value.ts";

export interface ParamRelation {
  readonly isWider: boolean;
  readonly isNarrower: boolean;
  readonly values: { readonly old: Json; readonly new: Json };
}

/** A param that has another type, or a place in the body, is looked at by other rules. */
export function paramRelation(old: ParamModel, after: ParamModel): ParamRelation {
  const [before, now] = [conditionsOf(old), conditionsOf(after)];
  const values = { old: before, new: now };
  if (old.type !== after.type || (old.at !== undefined && after.at !== undefined)) {
    return { isWider: false, isNarrower: false, values };
  }
  if (JSON.stringify(before) === JSON.stringify(now)) return { isWider: false, isNarrower: false, values };
  const relation = relationOf(before, now);
  const differs = relation === "incomparable";
  return {
    isWider: relation === "wider" || (differs && (old.enum === undefined || witnessOf(now, before) !== undefined)),
    isNarrower: relation === "narrower" || (differs && witnessOf(before, now) !== undefined),
    values,
  };
}

function conditionsOf({ enum: values, pattern }: ParamModel): JsonObject {
  return {
    type: "string",
    ...(values === undefined ? {} : { enum: values }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}
