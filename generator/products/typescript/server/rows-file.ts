// A table becomes failure-rows.ts: the facts of its errors that failures and replies share.

import { constantLine, type KeyOf, rowKey } from "../messages/code-rows.ts";
import { singleCase } from "../messages/template-text.ts";
import { callDoc, ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareTypeText, type Item, type Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Data, declareData, memberLine } from "../printer/typescript-data.ts";
import { type Doc, group, indent, LINE, layout } from "../printer/typescript-layout.ts";
import { codeLiteral, dataKey, scriptKey, stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { fallbackOf, rowData } from "./failure-rows.ts";

/** It is a file of its own, because index.ts exports everything that failures.ts exports. */
export function emitRows(plan: Plan): Module {
  const { names } = plan;
  return {
    name: "failure-rows",
    publicNames: [],
    declarations: [
      ...importsFrom(
        {
          server: { types: ["FailureFacts", "FailureRow", "FailureSource"] },
        },
        plan,
      ),
      declareConstant({ name: "failureBrand", type: "string", isExported: true }, (head) =>
        layout([head, group(indent([LINE, stringLiteral(names.failureBrand)])), ";"]),
      ),
      ...failureRows(plan),
      fallbackFacts(plan, fallbackOf(plan)),
      declareObject({ name: "failureSource", type: "FailureSource", isExported: true }, [
        "brand: failureBrand,",
        "fallback: fallbackFacts,",
      ]),
    ],
  };
}

/** The facts of replies to anything else than a failure of the table. The message of a fallback has no params. */
function fallbackFacts({ perCode }: Plan, fallback: PlannedError | undefined): Item {
  const row: Doc =
    fallback === undefined
      ? "{ status: 500 }"
      : perCode
        ? fallback.names.row
        : callDoc("/* @__PURE__ */ rowOf", [codeLiteral(fallback.wireCode)]);
  const tokens = fallback && singleCase(fallback)?.template?.tokens;
  const message = stringLiteral(tokens?.map((token) => (token.kind === "literal" ? token.text : "")).join("") ?? "");
  return declareObject({ name: "fallbackFacts", type: "FailureFacts", isExported: true }, [
    ["row: ", row, ","],
    ["message:", group(indent([LINE, message])), ","],
    "params: {},",
  ]);
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
