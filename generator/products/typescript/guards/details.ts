// The members that only one error carries: checked after its code is known.
import { bodyLevelDetails } from "../../../schema/body-level.ts";
import { callDoc } from "../printer/code.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import type { PlannedError } from "../product-plan.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { findCheck } from "./schema-checks.ts";

/** A condition on `value`; undefined where any value will do. */
export function detailsCheck(error: PlannedError, checks: CheckSet): Doc | undefined {
  const name = detailsName(error, checks);
  return name === undefined ? undefined : callDoc(useHelper("passes", checks), ["value", name]);
}

/** The name of the function that checks them. */
export function detailsName(error: PlannedError, checks: CheckSet): string | undefined {
  if (error.details === undefined) return undefined;
  const schema = { ...bodyLevelDetails(error.details), type: "object" };
  const name = findCheck(schema, error.names.type.replace(/Error$/, "Details"), checks);
  return name === "isObject" ? undefined : name;
}
