// A table whose bodies differ only in their codes becomes one map of facts by code, and types that look codes up in it.
import { blockDoc, mappedKey } from "../printer/code.ts";
import { declareAlias } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Doc, HARD_LINE, layout } from "../printer/typescript-layout.ts";
import { generic, literalType, member, named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { errorDoc } from "./doc-comments.ts";
import { type ErrorClass, errorClasses, ofClass } from "./error-classes.ts";
import { union } from "./schema-types.ts";

/** One member per code holds its status and its retry class as one type, which compilers check fastest. */
export const FACTS = "CodeFacts";

export function factsByCode({ names, errors }: Plan): readonly Declaration[] {
  const rows = errors.map((error) => {
    const retry = error.retry === undefined ? [] : [literalType(error.retry)];
    return member(error.code, union([named(String(error.status)), ...retry]), errorDoc(error));
  });
  return [
    declareTypeMap({
      name: FACTS,
      doc: "The HTTP status of each code, and its retry class if the API states one.",
      rows,
      isLocal: true,
    }),
    declareMapped(
      names.byCode,
      "The errors by their codes.",
      mappedKey("Code", `keyof ${FACTS}`),
      generic(names.body, named("Code")),
    ),
  ];
}

export function byFact({ names }: Plan): readonly Declaration[] {
  const declare = (each: ErrorClass, base: string): readonly Declaration[] => {
    const { kind, type, doc, by, byDoc } = each;
    const facts = generic("Extract", named(`${FACTS}[keyof ${FACTS}]`), named(base));
    const errors = generic(names.body, named(`CodesWith<${kind}>`));
    return [
      declareAlias({ name: type, doc, type: facts }),
      declareMapped(by, byDoc, mappedKey(kind, type), errors),
      ofClass(each, errors),
    ];
  };
  const [status, retry] = errorClasses(names);
  return [...declare(status, "number"), ...declare(retry, "string"), CODES_WITH, SELECTED];
}

const CODES_WITH = declareTypeText(`/** A conditional type delays the loop over the codes until the fact is known. */
type CodesWith<Fact> = Selected<
  Fact extends unknown ? keyof ${FACTS} : never,
  Fact
>;`);

const SELECTED = declareTypeText(`type Selected<Code extends keyof ${FACTS}, Fact> = Code extends unknown
  ? Fact extends ${FACTS}[Code]
    ? Code
    : never
  : never;`);

function declareMapped(name: string, doc: string, key: Doc, value: TypeShape): Declaration {
  const block = blockDoc(`export type ${name} = {`, [[key, ": ", typeDoc(value), ";"]]);
  const text = layout([`/** ${doc} */`, HARD_LINE, block, ";"]);
  return declareTypeText(text);
}
