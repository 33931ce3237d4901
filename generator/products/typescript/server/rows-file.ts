// A table becomes failure-rows.ts: the facts of its errors that failures and replies share.

import { constantLine, type KeyOf, rowKey } from "../messages/code-rows.ts";
import { blockDoc, callDoc, ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareTypeText, type Item, type Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Data, declareData, memberLine } from "../printer/typescript-data.ts";
import { group, indent, LINE, layout } from "../printer/typescript-layout.ts";
import { codeLiteral, dataKey, scriptKey, stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { brandOf, fallbackOf, messageCall, rowData, shortCall } from "./failure-rows.ts";

/** It is a file of its own, because index.ts exports everything that failures.ts exports. */
export function emitRows(plan: Plan): Module {
  const { names, perCode } = plan;
  const fallback = fallbackOf(plan);
  const formats = fallback === undefined ? [] : [perCode ? fallback.names.format : names.format];
  return {
    name: "failure-rows",
    publicNames: [],
    declarations: [
      ...importsFrom(
        {
          messages: { values: formats },
          server: { types: ["FailureFacts", "FailureRow", "FailureSource"] },
        },
        plan,
      ),
      fallbackFunction(plan, fallback),
      declareConstant({ name: "failureBrand", type: "string", isExported: true }, (head) =>
        layout([head, group(indent([LINE, stringLiteral(brandOf(names.failure))])), ";"]),
      ),
      declareObject({ name: "failureSource", type: "FailureSource", isExported: true }, [
        "brand: failureBrand,",
        "fallback: fallbackFacts,",
      ]),
      ...failureRows(plan),
    ],
  };
}

/** The facts of replies to anything else than a failure of the table. */
function fallbackFunction(plan: Plan, fallback: PlannedError | undefined): Item {
  const { perCode, names } = plan;
  const code = fallback === undefined ? "" : codeLiteral(fallback.wireCode);
  const facts =
    fallback === undefined
      ? { row: "{ status: 500 }", message: ' ""' }
      : perCode
        ? { row: fallback.names.row, message: shortCall(fallback.names.format, []) }
        : { row: callDoc("rowOf", [code]), message: messageCall(names.format, [code, "{}"]) };
  return declareFunction({
    name: "fallbackFacts",
    doc: "The facts of replies to anything else than a failure of the table.",
    parameters: [],
    returns: "FailureFacts",
    body: [
      ["return ", blockDoc("{", [["row: ", facts.row, ","], ["message:", facts.message, ","], "params: {},"]), ";"],
    ],
  });
}

/** Many errors have nothing but a status; compilers read a number much sooner than an object. */
function shortRow(row: Readonly<Record<string, Data>>): Data {
  const hasMore = Object.entries(row).some(
    ([name, value]) => value !== undefined && name !== "code" && name !== "status",
  );
  return hasMore ? row : row["status"];
}

function failureRows(plan: Plan): readonly Declaration[] {
  const { errors, perCode } = plan;
  const lines = (keyOf: KeyOf): string =>
    errors
      .map((error) => {
        const key = rowKey(error.wireCode, keyOf);
        if (perCode) return constantLine(key, error.names.row);
        const row = shortRow(rowData(error, plan));
        // Formatters leave a number beside its name, however long that is.
        return typeof row === "number" ? `\n  ${key}: ${row},` : memberLine(key, row, 2, keyOf);
      })
      .join("");
  return [
    ...(perCode
      ? errors.map((error) =>
          declareData({ name: error.names.row, type: "FailureRow", isExported: true }, () => rowData(error, plan)),
        )
      : []),
    declareFunction({
      name: "rowOf",
      doc: "The facts of the error with this code.",
      parameters: [`code: ${codeKind(plan)}`],
      returns: "FailureRow",
      body: [
        ["const row = ", ownItem("failureRows", "code"), ";"],
        perCode
          ? "return row === undefined ? { code, status: 500 } : row;"
          : 'return typeof row === "object" ? row : { code, status: row || 500 };',
      ],
    }),
    declareTypeText(`type FailureRows = Readonly<Record<string, FailureRow${perCode ? "" : " | number"}>>;`),
    declareConstant({ name: "failureRows", type: "FailureRows" }, (head, isTyped) =>
      errors.length === 0 ? `${head} {};` : `${head} {${lines(isTyped ? dataKey : scriptKey)}\n};`,
    ),
  ];
}
