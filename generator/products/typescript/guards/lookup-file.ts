// A table becomes lookup.ts: functions from a code to its HTTP status, its retry class, and the check of its own members.
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { member, NUMBER, named, optionalMember, orUndefined } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { hasRetries } from "../types/error-classes.ts";
import { type CheckFunctions, importCheck, importedChecks } from "./check-functions.ts";
import { type CodeGroup, groupsOf } from "./code-groups.ts";
import { declareCodeSwitch } from "./code-switch.ts";
import { declareCodeTable, hasTextOfCodes } from "./code-table.ts";
import { detailsCheck } from "./schema-checks.ts";

/** Up to this number of codes a switch is as fast as a hash table, and easier to read. */
const SWITCH_LIMIT = 16;

export function emitLookup(plan: Plan, functions: CheckFunctions): Module {
  const { errors, names } = plan;
  const checks = importedChecks(functions);
  const groups = groupsOf(
    errors.map((error) => {
      const { code, status, retry } = error;
      return { code, status, retry, details: detailsCheck(error, checks) };
    }),
  );
  const isSwitch = errors.length <= SWITCH_LIMIT;
  const details = hasDetails(plan);
  if (details) importCheck("passes", checks);
  if (details) functions.exported.add("Check");
  const types = details ? ["Check"] : [];
  const retryTypes = hasRetries(plan) ? [names.retry] : [];
  return {
    name: "lookup",
    publicNames: hasRetries(plan) ? [names.findRetry] : [],
    declarations: [
      ...importsFrom({ checks: { types, values: [...checks.imported] }, types: { types: retryTypes } }, plan),
      ...(hasRetries(plan) ? [findRetry(plan)] : []),
      ...(details ? [DETAILS_MATCH] : []),
      ...(isSwitch ? declareCodeSwitch(groups) : declareCodeTable(groups)),
      groupType(plan, groups, isSwitch),
    ],
  };
}

/** Whether lookup.ts has the function `detailsMatch`. */
export function hasDetails({ errors }: Plan): boolean {
  return errors.some(({ own }) => own !== undefined);
}

function findRetry({ names }: Plan): Item {
  return declareFunction({
    name: names.findRetry,
    doc: "The retry class of a code; undefined if the API does not state one, and for codes that are not in the table.",
    parameters: ["code: string | undefined"],
    returns: orUndefined(named(names.retry)),
    body: ["return groupOf(code)?.retry;"],
  });
}

const DETAILS_MATCH = declareFunction({
  name: "detailsMatch",
  doc: "Whether a value has the members that only the error with this code has.",
  parameters: ["value: unknown", "code: string | undefined"],
  returns: "boolean",
  body: ["const details = groupOf(code)?.details;", "return details === undefined || passes(value, details);"],
});

function groupType(plan: Plan, groups: readonly CodeGroup[], isSwitch: boolean): Item {
  return declareInterface({
    name: "CodeGroup",
    isLocal: true,
    doc: "The facts that several codes share.",
    members: [
      member("status", NUMBER),
      ...(hasRetries(plan) ? [optionalMember("retry", named(plan.names.retry))] : []),
      ...(hasDetails(plan) ? [optionalMember("details", named("Check"))] : []),
      ...(isSwitch ? [] : [member("codes", named(hasTextOfCodes(groups) ? "string" : "string[]"))]),
    ],
  });
}
