// The values that members have by a code: the lookup adds them to the facts of the code, and guards compare them.
import { memberKey } from "../../../model/body-layout.ts";
import type { MemberModel } from "../../../model/body-model.ts";
import { constantMembers } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
import { blockDoc, callDoc, catchDoc, ownItem, returnAll } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named, optionalMember, readonlyRecord, STRING, UNKNOWN } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";
import { valueAtDoc } from "./value-at.ts";

/** The name of the type of the values of one code. */
export const CODE_CONSTANTS = "CodeConstants";

/** The function that adds them to facts. */
export const WITH_CONSTANTS = "withConstants";

export function lookupOfConstants(plan: Plan, checks: ImportedChecks): readonly Item[] {
  const members = constantMembers(plan);
  return [
    declareFunction({
      name: "constantsMatch",
      isLocal: true,
      doc: "Whether the members that have one value for a code have it. Other checks tell whether a member may be missing.",
      parameters: ["value: unknown", `constants: ${CODE_CONSTANTS} | undefined`],
      returns: "boolean",
      body: [
        "if (constants === undefined) return true;",
        [
          blockDoc("try {", [returnAll(members.map((member) => isFixed(member, checks)))]),
          " ",
          catchDoc(["return false;"]),
        ],
      ],
    }),
    declareFunction({
      name: WITH_CONSTANTS,
      isLocal: true,
      parameters: ["facts: SharedFacts", `code: ${codeKind(plan)}`],
      returns: "SharedFacts",
      body: [
        ["const all", typed(": ConstantsByCode"), ` = ${CONSTANTS};`],
        ["const own = ", ownItem("all", "code"), ";"],
        "return Object.assign({ constants: own }, facts);",
      ],
    }),
    declareInterface({
      name: CODE_CONSTANTS,
      isLocal: true,
      members: members.map(({ at }) => optionalMember(memberKey(at), UNKNOWN)),
    }),
    declareAlias({
      name: "ConstantsByCode",
      isLocal: true,
      type: readonlyRecord(STRING, named(CODE_CONSTANTS)),
    }),
  ];
}

function isFixed({ at }: MemberModel, checks: ImportedChecks): Doc {
  const found = valueAtDoc("value", at, (helper) => importCheck(helper, checks));
  const key = memberKey(at);
  const constant = /^[A-Za-z_$][\w$]*$/.test(key) ? `constants.${key}` : `constants[${stringLiteral(key)}]`;
  return callDoc(importCheck("mayBe", checks), [found, constant]);
}
