// A table becomes lookup.ts: functions from a code to its HTTP statuses, its retry class, its tags, and the check of its own members.

import { FEW_CODES, hasConstantRows } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
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
import { CODE_CONSTANTS, lookupOfConstants } from "./constant-lookup.ts";
import { type SharedFacts, sharedFacts } from "./shared-facts.ts";

export function emitLookup(plan: Plan, functions: CheckFunctions): Module {
  const { errors, names } = plan;
  const checks = importedChecks(functions);
  const facts = sharedFacts(plan, checks);
  // A switch over few codes is as fast as a hash table, and easier to read.
  const isSwitch = errors.length <= FEW_CODES;
  const hasChecks = facts.some((each) => each.details !== undefined);
  if (hasChecks) importCheck("passes", checks);
  if (hasChecks) functions.exported.add("Check");
  const types = hasChecks ? ["Check"] : [];
  const hasConstants = hasConstantRows(plan);
  const constants = hasConstants ? lookupOfConstants(plan, checks) : [];
  const retryTypes = hasRetries(plan) ? [names.retry] : [];
  const kind = codeKind(plan);
  return {
    name: "lookup",
    publicNames: hasRetries(plan) ? [names.findRetry] : [],
    declarations: [
      ...importsFrom(
        {
          checks: { types, values: [...checks.imported] },
          constants: { values: hasConstants ? [CONSTANTS] : [] },
          types: { types: retryTypes },
        },
        plan,
      ),
      ...(hasRetries(plan) ? [findRetry(plan)] : []),
      ...(hasDetails(plan) ? [detailsMatch(plan, hasChecks)] : []),
      ...(isSwitch ? declareCodeSwitch(facts, kind) : declareCodeTable(facts, kind, hasConstants)),
      ...constants,
      factsType(plan, facts, isSwitch, hasChecks),
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

function detailsMatch(plan: Plan, hasChecks: boolean): Item {
  const steps = hasConstantRows(plan)
    ? [
        "if (facts === undefined) return true;",
        ...(hasChecks
          ? ["if (!constantsMatch(value, facts.constants)) return false;", DETAILS]
          : ["return constantsMatch(value, facts.constants);"]),
      ]
    : ["if (facts === undefined || facts.details === undefined) return true;", "return passes(value, facts.details);"];
  return declareFunction({
    name: "detailsMatch",
    doc: "Whether a value has the members that only the error with this code has.",
    parameters: ["value: unknown", `code: ${codeKind(plan)} | undefined`],
    returns: "boolean",
    body: ["const facts = factsOf(code);", ...steps],
  });
}

const DETAILS = "return facts.details === undefined || passes(value, facts.details);";

function listType(plan: Plan, facts: readonly SharedFacts[]): string {
  if (hasTextOfCodes(facts)) return "string";
  return codeKind(plan) === "string | number" ? "(string | number)[]" : "string[]";
}

function factsType(plan: Plan, facts: readonly SharedFacts[], isSwitch: boolean, hasChecks: boolean): Item {
  const list = (item: TypeShape): TypeShape => ({ kind: "array", item });
  return declareInterface({
    name: "SharedFacts",
    isLocal: true,
    doc: "The facts that several codes share.",
    members: [
      ...(hasStatuses(plan) ? [member("statuses", list(NUMBER))] : []),
      ...(hasRetries(plan) ? [optionalMember("retry", named(plan.names.retry))] : []),
      ...(hasTags(plan) ? [optionalMember("tags", list(STRING))] : []),
      ...(hasChecks ? [optionalMember("details", named("Check"))] : []),
      ...(hasConstantRows(plan) ? [optionalMember("constants", orUndefined(named(CODE_CONSTANTS)))] : []),
      ...(isSwitch ? [] : [member("codes", named(listType(plan, facts)))]),
    ],
  });
}
