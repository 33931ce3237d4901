// The types that codes have in TypeScript.
import type { BodyModel, CodeType } from "../../../model/body-model.ts";
import { allDoc, equalDoc, ifDoc } from "../printer/code.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { codeLiteral, stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan } from "../product-plan.ts";

/** The type that all codes of a table have. */
export function codeKind({ model }: Pick<Plan, "model">): CodeKind {
  return CODE_KINDS[model.body.code.type];
}

export type CodeKind = "string" | "number" | "string | number";

const CODE_KINDS = { string: "string", integer: "number", mixed: "string | number" } as const;

/** A statement that returns nothing where a value is of another type than codes. */
export function unlessCode(name: string, type: CodeType): Doc {
  const kinds = CODE_KINDS[type].split(" | ");
  return ifDoc(allDoc(kinds.map((kind) => `typeof ${name} !== ${stringLiteral(kind)}`)), "return undefined;");
}

/** Statements that return nothing for any other value than a code; codes that stand for success are no codes of errors. */
export function codeConditions(name: string, { code }: BodyModel): readonly Doc[] {
  return [
    unlessCode(name, code.type),
    ...(code.type === "integer" ? [`if (!Number.isInteger(${name})) return undefined;`] : []),
    ...(code.type === "mixed"
      ? [ifDoc(allDoc([`typeof ${name} === "number"`, `!Number.isInteger(${name})`]), "return undefined;")]
      : []),
    ...code.success.map((each) => ifDoc(equalDoc(name, codeLiteral(each)), "return undefined;")),
  ];
}
