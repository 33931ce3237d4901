// The function that puts a body together from all that fills it in: code, message, constants, params and given members.
import { isListed } from "../../../model/body-schema.ts";
import { callDoc, callWithList, listDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { tokenLiteral } from "../printer/typescript-literal.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { fixedCall, hasFixed } from "./fixed-members.ts";
import { areFixedByConstants, fixedType } from "./fixed-rows.ts";
import type { Place } from "./left-members.ts";
import { engineCall } from "./template-text.ts";

export function createBody(plan: Plan): Declaration {
  const { model, errors } = plan;
  const { code, message } = model.body;
  const fixed = errors.some(hasFixed);
  const values: readonly Doc[] = [
    pairDoc(code.at, "code"),
    ...(message === undefined
      ? []
      : [pairDoc(message.at, messageDoc(plan, engineCall(plan, "fillIn", ["template", "params"])))]),
    ...(areFixedByConstants(plan) ? ["...fixed"] : fixed ? [fixedCall(plan, "fixed", "params", "members")] : []),
  ];
  return declareFunction({
    name: "create",
    isLocal: true,
    typeParameters: ["Body"],
    parameters: [
      `code: ${codeKind(plan)}`,
      ...(message === undefined ? [] : ["template: ReadyTemplate | undefined"]),
      ...(message === undefined && !fixed ? [] : ["params: unknown"]),
      ...(fixed ? [`fixed: ${fixedType(plan)}`] : []),
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
  return listDoc("[", at.map(tokenLiteral), "]");
}
