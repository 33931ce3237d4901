// A table whose bodies differ only in their codes becomes one map of facts by code, and types that look codes up in it.
import { RETRIES } from "../../../model/model.ts";
import { differByConstants } from "../constants/constant-rows.ts";
import { blockDoc, mappedKey } from "../printer/code.ts";
import { declareAlias } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Doc, HARD_LINE, layout } from "../printer/typescript-layout.ts";
import { codeKey } from "../printer/typescript-literal.ts";
import { generic, literalType, member, named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { FIXED_BODY } from "./constant-types.ts";
import { rowDoc } from "./doc-comments.ts";
import { type ErrorClass, errorClasses, hasTags, ofClass } from "./error-classes.ts";
import { union } from "./schema-types.ts";

/** One member per code holds its statuses, its retry class and its tags as one type, which compilers check fastest. */
export const FACTS = "CodeFacts";

/** Whether bodies differ in their codes and in constants alone. */
export function isByFact(plan: Plan): boolean {
  return (!plan.isUnion && plan.errors.every((error) => error.own === undefined)) || differByConstants(plan);
}

export function factsByCode(plan: Plan): readonly Declaration[] {
  const { names, errors, byTag } = plan;
  const rows = errors.map((error) => {
    const { wireCode, statuses, retry, tags } = error;
    const facts = [
      ...statuses.map((status) => named(String(status))),
      ...(retry === undefined ? [] : [literalType(retry)]),
      ...tags.map((tag) => literalType(TAG_SIGN + tag)),
    ];
    return { ...member(error.code, union(facts), rowDoc(error)), key: codeKey(wireCode) };
  });
  const tagged = byTag.size === 0 ? "" : `, and its tags, each behind "${TAG_SIGN}"`;
  return [
    declareTypeMap({
      name: FACTS,
      doc: `The HTTP statuses of each code, its retry class if the API states one${tagged}.`,
      rows,
      isLocal: true,
    }),
    declareMapped(
      names.byCode,
      "The errors by their codes.",
      mappedKey("Code", `keyof ${FACTS}`),
      generic(differByConstants(plan) ? FIXED_BODY : names.body, named("Code")),
    ),
  ];
}

/** Tells a tag from a retry class of the same name. */
const TAG_SIGN = "#";

export function byFact(plan: Plan): readonly Declaration[] {
  const { names, byTag } = plan;
  const declare = (each: ErrorClass, facts: TypeShape, fact: string = each.kind): readonly Declaration[] => {
    const { kind, type, doc, by, byDoc } = each;
    const codes = `CodesWith<${fact}>`;
    const errors = plan.isUnion ? named(`${names.byCode}[${codes}]`) : generic(names.body, named(codes));
    return [
      declareAlias({ name: type, doc, type: facts }),
      declareMapped(by, byDoc, mappedKey(kind, type), errors),
      ofClass(each, errors),
    ];
  };
  const found = (base: TypeShape): TypeShape => generic("Extract", named(`${FACTS}[keyof ${FACTS}]`), base);
  const [status, retry, tag] = errorClasses(names);
  const retries = byTag.size === 0 ? named("string") : union(RETRIES.map((each) => literalType(each)));
  return [
    ...declare(status, found(named("number"))),
    ...declare(retry, found(retries)),
    ...(hasTags(plan) ? declare(tag, union(Array.from(byTag.keys(), literalType)), `\`${TAG_SIGN}\${Tag}\``) : []),
    CODES_WITH,
    SELECTED,
  ];
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
