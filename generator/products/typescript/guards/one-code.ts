// The shape of a body becomes the guard of one code.
import { isTextAlone } from "../../../model/body-schema.ts";
import { blockDoc, callDoc, catchDoc, equalDoc, ifHead, returnAll, returnEqual } from "../printer/code.ts";
import { declareInterface } from "../printer/declarations.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";
import { BODY_TYPE, commonCheck, flatNames, REMARK } from "./code-reader.ts";

/**
 * The statements of the guard of one code, with as little code as possible: bundles often hold few of these guards. `own`
 * is the name of the check of the members that only this error has. Most values are rejected, so the search for own members
 * comes after the code. The message comes before it: engines compare codes fast where all of them are of one type, which
 * holds for bodies with a message.
 */
export function isCodeSteps(
  { model }: Plan,
  code: string,
  own: string | undefined,
  checks: ImportedChecks,
): readonly Doc[] {
  const { body } = model;
  const flat = flatNames(body);
  if (
    flat === undefined ||
    !isTextAlone(body) ||
    body.message?.isOptional === true ||
    body.message?.maxLength !== undefined
  ) {
    const left = `${importCheck("codeOf", checks)}(value)`;
    if (own === undefined) return [returnEqual(left, code)];
    return [returnAll([equalDoc(left, code), callDoc(importCheck("passes", checks), ["value", own])])];
  }
  const names = flat.message === undefined ? [flat.code] : [flat.code, flat.message];
  const common = commonCheck(body, checks);
  checks.exported.add(BODY_TYPE);
  if (!checks.exported.has(OWN_TYPE)) checks.declarations.push(OWN);
  checks.exported.add(OWN_TYPE);
  const isCode = [
    ...IS_OBJECT,
    ...(flat.message === undefined
      ? []
      : [group(["typeof ", bodyMember(flat.message), " ===", indent([LINE, '"string"'])])]),
    group([bodyMember(flat.code), " ===", indent([LINE, code])]),
  ];
  const isError = returnAll([
    callDoc(`[${names.map(stringLiteral).join(", ")}].every`, [
      [typed('("" as Own)', '""'), ".hasOwnProperty"],
      "value",
    ]),
    ...(common === undefined ? [] : [callDoc(importCheck(common, checks), ["value"])]),
    ...(own === undefined ? [] : [callDoc(own, ["value"])]),
  ]);
  const search = blockDoc("try {", [blockDoc(ifHead(isCode), [isError])]);
  return [[search, " ", catchDoc([`// ${REMARK}`])], "return false;"];
}

/** Engines read members fast where few kinds of objects come, and arrays are kinds of their own. */
const IS_OBJECT = ['typeof value === "object"', "value !== null", "!Array.isArray(value)"];

function bodyMember(name: string): Doc {
  return [typed("(value as Body)", "value"), `.${name}`];
}

/** The type of a text by which the search for own members is called. */
export const OWN_TYPE = "Own";

const OWN = declareInterface({
  name: OWN_TYPE,
  doc: "A text, by which objects are asked for own members of any name.",
  members: [{ name: "hasOwnProperty", type: named("(name: string) => boolean"), required: true }],
});
