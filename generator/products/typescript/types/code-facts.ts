// A table whose bodies differ only in their codes becomes one map of facts by code, and types that look codes up in it.

import { blockDoc, mappedKey } from "../printer/code.ts";
import { declareAlias, declareInterface } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { type Doc, HARD_LINE, layout } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { errorDoc } from "./doc-comments.ts";
import { type ErrorClass, errorClasses, ofClass } from "./error-classes.ts";
import { union } from "./schema-types.ts";

/** One member per code holds its status and its retry class as one type, which compilers check fastest. */
export const FACTS = "CodeFacts";

export function factsByCode({ names, errors }: Plan): readonly Declaration[] {
  const members = errors.map((error) => ({
    name: error.code,
    required: true,
    doc: errorDoc(error),
    type: union([
      named(String(error.status)),
      ...(error.retry === undefined ? [] : [named(stringLiteral(error.retry), "string")]),
    ]),
  }));
  return [
    declareInterface({
      name: FACTS,
      doc: "The HTTP status of each code, and its retry class if the API states one.",
      members,
      isMap: true,
      isLocal: true,
    }),
    declareMapped(names.byCode, "The errors by their codes.", mappedKey("Code", `keyof ${FACTS}`), {
      kind: "reference",
      name: names.body,
      arguments: [named("Code")],
    }),
  ];
}

export function byFact({ names }: Plan): readonly Declaration[] {
  const factsThatAre = (kind: string): TypeShape => ({
    kind: "reference",
    name: "Extract",
    arguments: [named(`${FACTS}[keyof ${FACTS}]`), named(kind)],
  });
  const errorsWith = (fact: string): TypeShape => ({
    kind: "reference",
    name: names.body,
    arguments: [named(`CodesWith<${fact}>`)],
  });
  const byFactOf = ({ kind, type, by, byDoc }: ErrorClass) =>
    declareMapped(by, byDoc, mappedKey(kind, type), errorsWith(kind));
  const [status, retry] = errorClasses(names);
  return [
    declareAlias({ name: status.type, doc: status.doc, type: factsThatAre("number") }),
    byFactOf(status),
    ofClass(status, errorsWith(status.kind)),
    declareAlias({ name: retry.type, doc: retry.doc, type: factsThatAre("string") }),
    byFactOf(retry),
    ofClass(retry, errorsWith(retry.kind)),
    declareTypeText("CodesWith", CODES_WITH),
    declareTypeText("Selected", SELECTED),
  ];
}

const CODES_WITH = `/** A conditional type delays the loop over the codes until the fact is known. */
type CodesWith<Fact> = Selected<
  Fact extends unknown ? keyof ${FACTS} : never,
  Fact
>;`;

const SELECTED = `type Selected<Code extends keyof ${FACTS}, Fact> = Code extends unknown
  ? Fact extends ${FACTS}[Code]
    ? Code
    : never
  : never;`;

function declareMapped(name: string, doc: string, key: Doc, value: TypeShape): Declaration {
  const member = [key, ": ", typeDoc(value), ";"];
  const text = layout([`/** ${doc} */`, HARD_LINE, blockDoc(`export type ${name} = {`, [member]), ";"]);
  return declareTypeText(name, text, true);
}
