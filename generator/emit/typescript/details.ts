// The members that only one error carries: checked after its code is known.
import { bodyLevelDetails } from "../../model/body-level.ts";
import { type Doc, HARD_LINE, indent } from "../../render/typescript-layout.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { blockDoc, callDoc } from "./code.ts";
import { declareFunction } from "./declarations.ts";
import { declareMap, SWITCH_LIMIT } from "./lookup.ts";
import type { Declaration } from "./module.ts";
import type { Plan, PlannedError } from "./plan.ts";
import { findCheck } from "./schema-checks.ts";

/** A condition on `value`; undefined where any value will do. */
export function detailsCheck(error: PlannedError, checks: CheckSet): Doc | undefined {
  const name = checkName(error, checks);
  return name === undefined ? undefined : callDoc(useHelper("passes", checks), ["value", name]);
}

/** The function `detailsMatch(value, code)`; nothing where no error has members of its own. */
export function detailsLookup(plan: Plan, checks: CheckSet): readonly Declaration[] {
  const named = plan.errors.flatMap((error) => {
    const name = checkName(error, checks);
    return name === undefined ? [] : [[error.code, name] as const];
  });
  if (named.length === 0) return [];
  useHelper("passes", checks);
  const isMap = named.length > SWITCH_LIMIT;
  return [
    declareFunction({
      name: "detailsMatch",
      isLocal: true,
      parameters: ["value: unknown", "code: unknown"],
      returns: "boolean",
      body: isMap
        ? ["const check = detailsByCode.get(code);", "return check === undefined || passes(value, check);"]
        : switchBody(named),
    }),
    ...(isMap ? [declareMap("detailsByCode", "Check", new Map(named))] : []),
  ];
}

function checkName(error: PlannedError, checks: CheckSet): string | undefined {
  if (error.details === undefined) return undefined;
  const schema = { ...bodyLevelDetails(error.details), type: "object" };
  const name = findCheck(schema, error.names.type.replace(/Error$/, "Details"), checks);
  return name === "isObject" ? undefined : name;
}

function switchBody(named: readonly (readonly [string, string])[]): readonly Doc[] {
  const cases = named.map(
    ([code, name]): Doc => [
      `case ${stringLiteral(code)}:`,
      indent([HARD_LINE, "return ", callDoc("passes", ["value", name]), ";"]),
    ],
  );
  const last: Doc = ["default:", indent([HARD_LINE, "return true;"])];
  return [blockDoc("switch (code) {", [...cases, last])];
}
