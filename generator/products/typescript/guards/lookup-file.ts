// A table becomes lookup.ts: functions from a code to its HTTP status, its retry class, and the check of its own members.
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareImport } from "../printer/imports.ts";
import type { Item, Module } from "../printer/module.ts";
import { named } from "../printer/typescript-type.ts";
import { modulePath, type Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { type CheckFunctions, checkImports, importCheck, importedChecks } from "./check-functions.ts";
import { type CodeFacts, type CodeGroup, groupsOf } from "./code-groups.ts";
import { declareCodeSwitch } from "./code-switch.ts";
import { declareCodeTable, hasTextOfCodes } from "./code-table.ts";
import { detailsCheck } from "./details-check.ts";

/** Up to this number of codes a switch is as fast as a hash table, and easier to read. */
const SWITCH_LIMIT = 16;

export function emitLookup(plan: Plan, functions: CheckFunctions): Module {
  const { errors, names } = plan;
  const checks = importedChecks(functions);
  const groups = groupsOf(
    errors.map((error): CodeFacts => {
      const { code, status, retry } = error;
      return { code, status, retry, details: detailsCheck(error, checks) };
    }),
  );
  const isSwitch = errors.length <= SWITCH_LIMIT;
  const details = hasDetails(plan);
  if (details) importCheck("passes", checks);
  if (details) functions.exported.add("Check");
  return {
    name: "lookup",
    publicNames: hasRetries(plan) ? [names.findRetry] : [],
    declarations: [
      ...(details ? [declareImport(modulePath("checks", plan), ["Check"], true)] : []),
      ...checkImports(checks, plan),
      ...(hasRetries(plan) ? [declareImport(modulePath("types", plan), [names.retry], true), findRetry(plan)] : []),
      ...(details ? [DETAILS_MATCH] : []),
      ...(isSwitch ? declareCodeSwitch(groups) : declareCodeTable(groups)),
      groupType(plan, groups, isSwitch),
    ],
  };
}

export function hasRetries({ errors }: Plan): boolean {
  return errors.some(({ retry }) => retry !== undefined);
}

/** Whether lookup.ts has the function `detailsMatch`. */
export function hasDetails({ errors }: Plan): boolean {
  return errors.some(({ details }) => details !== undefined);
}

function findRetry({ names }: Plan): Item {
  return declareFunction({
    name: names.findRetry,
    doc: "The retry class of a code; undefined if the API does not state one, and for codes that are not in the table.",
    parameters: ["code: string | undefined"],
    returns: union([named(names.retry), named("undefined")]),
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
  const member = (name: string, type: string, required = false) => ({ name, type: named(type), required });
  return declareInterface({
    name: "CodeGroup",
    isLocal: true,
    doc: "The facts that several codes share.",
    members: [
      member("status", "number", true),
      ...(hasRetries(plan) ? [member("retry", plan.names.retry)] : []),
      ...(hasDetails(plan) ? [member("details", "Check")] : []),
      ...(isSwitch ? [] : [member("codes", hasTextOfCodes(groups) ? "string" : "string[]", true)]),
    ],
  });
}
