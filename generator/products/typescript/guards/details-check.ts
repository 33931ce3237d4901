// The schema of the members that only one error has becomes a check function.
import { bodyLevelDetails } from "../../../schema/body-level.ts";
import type { PlannedError } from "../product-plan.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";
import { findCheck } from "./schema-checks.ts";

/** The name of the imported function; undefined where every object passes. */
export function detailsCheck({ details, names }: PlannedError, checks: ImportedChecks): string | undefined {
  if (details === undefined) return undefined;
  const schema = { ...bodyLevelDetails(details), type: "object" };
  const name = findCheck(schema, names.type.replace(/Error$/, "Details"), checks);
  return name === "isObject" ? undefined : importCheck(name, checks);
}
