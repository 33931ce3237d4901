// The function that puts a body together from all that fills it in: code, message, constants, params and given members.
import { isListed } from "../../../model/body-schema.ts";
import { callDoc, callWithList, listDoc, ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { type Declaration, declareConstant, declareText } from "../printer/module.ts";
import { declareData, memberLine } from "../printer/typescript-data.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { dataKey, scriptKey, stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { constantLine, type KeyOf, rowKey } from "./code-rows.ts";
import { fixedCall, fixedData, hasFixed } from "./fixed-members.ts";
import type { Place } from "./left-members.ts";
import { caseKey } from "./template-text.ts";

export function createBody(plan: Plan): Declaration {
  const { model, errors } = plan;
  const { code, message } = model.body;
  const key = stringLiteral(caseKey(plan));
  const fixed = errors.some(hasFixed);
  const values: readonly Doc[] = [
    pairDoc(code.at, "code"),
    ...(message === undefined
      ? []
      : [pairDoc(message.at, messageDoc(plan, callDoc("fillIn", ["template", "params", key])))]),
    ...(fixed ? [fixedCall(plan, "fixed", "params", "members")] : []),
  ];
  return declareFunction({
    name: "create",
    isLocal: true,
    typeParameters: ["Body"],
    parameters: [
      `code: ${codeKind(plan)}`,
      ...(message === undefined ? [] : ["template: ReadyTemplate | undefined"]),
      ...(message === undefined && !fixed ? [] : ["params: unknown"]),
      ...(fixed ? ["fixed: FixedOfCode"] : []),
      "members?: object",
    ],
    returns: "Body",
    body: [
      ["const body", typed(": unknown"), " = ", callWithList("bodyWith", ["members"], values), ";"],
      typed("// The type of the body is generated from the same table."),
      ["return body", typed(" as Body"), ";"],
    ],
  });
}

export interface CreateArguments {
  readonly code: string;
  readonly template: string;
  readonly params: string;
  readonly fixed: string;
  /** One or none. */
  readonly members: readonly string[];
}

/** A statement that returns a body of that function. */
export function createCall({ model, errors }: Plan, { code, template, params, fixed, members }: CreateArguments): Doc {
  const hasMessage = model.body.message !== undefined;
  const hasFixedMembers = errors.some(hasFixed);
  const values = [
    code,
    ...(hasMessage ? [template] : []),
    ...(hasMessage || hasFixedMembers ? [params] : []),
    ...(hasFixedMembers ? [fixed] : []),
    ...members,
  ];
  return ["return ", callDoc("create", values), ";"];
}

/** The value at the place of the message. */
function messageDoc({ model }: Plan, text: Doc): Doc {
  return isListed(model.body) ? ["[", text, "]"] : text;
}

export function pairDoc(at: Place, value: Doc): Doc {
  return listDoc("[", [placeDoc(at), value], "]");
}

export function placeDoc(at: Place): Doc {
  return listDoc("[", at.map(stringLiteral), "]");
}

/** The members that codes fill in by themselves, by code; for bundlers, a constant per code where codes have functions. */
export function declareFixed(plan: Plan): readonly Declaration[] {
  const { errors, perCode } = plan;
  const rows = errors.filter(hasFixed);
  const lines = (keyOf: KeyOf): string =>
    rows
      .map((error) => {
        const key = rowKey(error.wireCode, keyOf);
        return perCode ? constantLine(key, fixedName(error)) : memberLine(key, fixedData(error), 2, keyOf);
      })
      .join("");
  return [
    ...(perCode
      ? rows.map((error) => declareData({ name: fixedName(error), type: "FixedOfCode" }, () => fixedData(error)))
      : []),
    declareFunction({
      name: "fixedOf",
      isLocal: true,
      parameters: [`code: ${codeKind(plan)}`],
      returns: "FixedOfCode",
      body: [["const own = ", ownItem("fixedByCode", "code"), ";"], "return own === undefined ? [[]] : own;"],
    }),
    declareConstant({ name: "fixedByCode", type: "FixedByCode" }, (head, isTyped) => {
      return `${head} {${lines(isTyped ? dataKey : scriptKey)}\n};`;
    }),
    declareText("FixedByCode", { isExported: false, isType: true }, (form) =>
      form === "js" ? undefined : "type FixedByCode = Readonly<Record<string, FixedOfCode>>;",
    ),
  ];
}

export function fixedName({ names }: PlannedError): string {
  return names.template.replace(/Template$/, "Fixed");
}
