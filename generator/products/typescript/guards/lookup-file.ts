// A table becomes lookup.ts: functions from a code to its HTTP statuses, its retry class, its tags, and the check of its own members.
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import {
  member,
  NUMBER,
  named,
  optionalMember,
  orUndefined,
  STRING,
  type TypeShape,
} from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { hasRetries, hasStatuses, hasTags } from "../types/error-classes.ts";
import { type CheckFunctions, importCheck, importedChecks } from "./check-functions.ts";
import { declareCodeSwitch } from "./code-switch.ts";
import { declareCodeTable, hasTextOfCodes } from "./code-table.ts";
import { type SharedFacts, sharedFacts } from "./shared-facts.ts";

/** Up to this number of codes a switch is as fast as a hash table, and easier to read. */
const SWITCH_LIMIT = 16;

export function emitLookup(plan: Plan, functions: CheckFunctions): Module {
  const { errors, names } = plan;
  const checks = importedChecks(functions);
  const facts = sharedFacts(plan, checks);
  const isSwitch = errors.length <= SWITCH_LIMIT;
  const details = hasDetails(plan);
  if (details) importCheck("passes", checks);
  if (details) functions.exported.add("Check");
  const types = details ? ["Check"] : [];
  const retryTypes = hasRetries(plan) ? [names.retry] : [];
  const kind = codeKind(plan);
  return {
    name: "lookup",
    publicNames: hasRetries(plan) ? [names.findRetry] : [],
    declarations: [
      ...importsFrom({ checks: { types, values: [...checks.imported] }, types: { types: retryTypes } }, plan),
      ...(hasRetries(plan) ? [findRetry(plan)] : []),
      ...(details ? [detailsMatch(plan)] : []),
      ...(isSwitch ? declareCodeSwitch(facts, kind) : declareCodeTable(facts, kind)),
      factsType(plan, facts, isSwitch),
    ],
  };
}

/** Whether lookup.ts has the function `detailsMatch`. */
export function hasDetails({ errors }: Plan): boolean {
  return errors.some(({ own }) => own !== undefined);
}

function findRetry(plan: Plan): Item {
  const { names } = plan;
  return declareFunction({
    name: names.findRetry,
    doc: "The retry class of a code; undefined if the API does not state one, and for codes that are not in the table.",
    parameters: [`code: ${codeKind(plan)} | undefined`],
    returns: orUndefined(named(names.retry)),
    body: ["const facts = factsOf(code);", "return facts === undefined ? undefined : facts.retry;"],
  });
}

function detailsMatch(plan: Plan): Item {
  return declareFunction({
    name: "detailsMatch",
    doc: "Whether a value has the members that only the error with this code has.",
    parameters: ["value: unknown", `code: ${codeKind(plan)} | undefined`],
    returns: "boolean",
    body: [
      "const facts = factsOf(code);",
      "if (facts === undefined || facts.details === undefined) return true;",
      "return passes(value, facts.details);",
    ],
  });
}

function listType(plan: Plan, facts: readonly SharedFacts[]): string {
  if (hasTextOfCodes(facts)) return "string";
  return codeKind(plan) === "string | number" ? "(string | number)[]" : "string[]";
}

function factsType(plan: Plan, facts: readonly SharedFacts[], isSwitch: boolean): Item {
  const list = (item: TypeShape): TypeShape => ({ kind: "array", item });
  return declareInterface({
    name: "SharedFacts",
    isLocal: true,
    doc: "The facts that several codes share.",
    members: [
      ...(hasStatuses(plan) ? [member("statuses", list(NUMBER))] : []),
      ...(hasRetries(plan) ? [optionalMember("retry", named(plan.names.retry))] : []),
      ...(hasTags(plan) ? [optionalMember("tags", list(STRING))] : []),
      ...(hasDetails(plan) ? [optionalMember("details", named("Check"))] : []),
      ...(isSwitch ? [] : [member("codes", named(listType(plan, facts)))]),
    ],
  });
}
