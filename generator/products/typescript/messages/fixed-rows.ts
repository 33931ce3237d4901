// The members that codes fill in by themselves become data by code, and a function that finds it.
import { hasConstantRows, isConstantRow } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
import { ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareTypeText } from "../printer/module.ts";
import { declareData, memberLine } from "../printer/typescript-data.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { dataKey, scriptKey } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { constantLine, type KeyOf, rowKey } from "./code-rows.ts";
import { fixedData, hasFixed } from "./fixed-members.ts";

/** For bundlers, a constant per code where codes have functions. */
export function declareFixed(plan: Plan): readonly Declaration[] {
  const { errors, perCode } = plan;
  const rows = errors.filter((error) => hasFixed(error) && !isConstantRow(error, plan));
  const isShared = hasConstantRows(plan);
  const type = fixedType(plan);
  return [
    ...(perCode
      ? rows.map((error) => declareData({ name: fixedName(error), type: "FixedOfCode" }, () => fixedData(error)))
      : []),
    declareFunction({
      name: "fixedOf",
      isLocal: true,
      parameters: [`code: ${codeKind(plan)}`],
      returns: type,
      body: [
        ...(rows.length === 0 ? [] : [["const own = ", ownItem("fixedByCode", "code"), ";"]]),
        ...(isShared ? fixedByConstants(areFixedByConstants(plan)) : ["return own === undefined ? [[]] : own;"]),
      ],
    }),
    ...(rows.length === 0 ? [] : [rowsByCode(rows, perCode), FIXED_TYPE]),
    ...(isShared ? [CONSTANTS_TYPE] : []),
  ];
}

export function fixedName({ names }: PlannedError): string {
  return names.template.replace(/Template$/, "Fixed");
}

/** The type of the members of one code, which are constants alone in many tables. */
export function fixedType(plan: Plan): string {
  return areFixedByConstants(plan) ? "readonly PlacedValue[]" : "FixedOfCode";
}

/** Whether codes fill in nothing but the constants of rows. */
export function areFixedByConstants(plan: Plan): boolean {
  return hasConstantRows(plan) && plan.errors.every((error) => !hasFixed(error) || isConstantRow(error, plan));
}

function fixedByConstants(areAll: boolean): readonly Doc[] {
  return [
    ...(areAll ? [] : ["if (own !== undefined) return own;"]),
    ["const all", typed(": ConstantRows"), ` = ${CONSTANTS};`],
    ["const values = ", ownItem("all", "code"), ";"],
    areAll
      ? "return values === undefined ? [] : placedConstants(values);"
      : "return [values === undefined ? [] : placedConstants(values)];",
  ];
}

function rowsByCode(rows: readonly PlannedError[], perCode: boolean): Declaration {
  const lines = (keyOf: KeyOf): string =>
    rows
      .map((error) => {
        const key = rowKey(error.wireCode, keyOf);
        return perCode ? constantLine(key, fixedName(error)) : memberLine(key, fixedData(error), 2, keyOf);
      })
      .join("");
  return declareConstant({ name: "fixedByCode", type: "FixedByCode" }, (head, isTyped) => {
    return `${head} {${lines(isTyped ? dataKey : scriptKey)}\n};`;
  });
}

const FIXED_TYPE = declareTypeText("type FixedByCode = Readonly<Record<string, FixedOfCode>>;");
const CONSTANTS_TYPE = declareTypeText("type ConstantRows = Readonly<Record<string, object>>;");
