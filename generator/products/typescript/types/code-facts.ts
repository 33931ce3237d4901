// A large table becomes one map of facts by code, and types that look codes up in it.
import { RETRIES } from "../../../model/model.ts";
import { hasConstantRows, isConstantRow } from "../constants/constant-rows.ts";
import { blockDoc, mappedKey } from "../printer/code.ts";
import { declareAlias } from "../printer/declarations.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { type Doc, HARD_LINE, layout } from "../printer/typescript-layout.ts";
import { codeKey } from "../printer/typescript-literal.ts";
import { codeType, generic, literalType, member, named, type TypeShape, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { bodyType } from "./body-shape.ts";
import { FIXED_BODY } from "./constant-types.ts";
import { rowDoc, shortDoc } from "./doc-comments.ts";
import { type ErrorClass, errorClasses, hasTags, ofClass } from "./error-classes.ts";
import { union } from "./schema-types.ts";

/** One member per code holds its statuses, its retry class and its tags as one type, which compilers check fastest. */
export const FACTS = "CodeFacts";

export function factsByCode(plan: Plan): readonly Declaration[] {
  const { errors, byTag } = plan;
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
    ...errorsByCode(plan),
  ];
}

/** Errors with other members than all have stand in an interface, which inherits the others. */
function errorsByCode(plan: Plan): readonly Declaration[] {
  const { names, errors, model } = plan;
  const doc = "The errors by their codes.";
  const key = mappedKey("Code", `keyof ${FACTS}`);
  const body = generic(hasConstantRows(plan) ? FIXED_BODY : names.body, named("Code"));
  const rows = errors
    .filter((error) => error.own !== undefined && !isConstantRow(error, plan))
    .map((error) => {
      const type = bodyType(model.body, codeType(error.wireCode), error);
      return { ...member(error.code, type, shortDoc(error)), key: codeKey(error.wireCode) };
    });
  if (rows.length === 0) return [declareMapped(`export type ${names.byCode}`, doc, key, body)];
  return [
    declareMapped("type CommonBodies", "The bodies without the members that only one error has.", key, body),
    declareTypeMap({ name: names.byCode, doc, base: "CommonBodies", rows }),
  ];
}

/** Tells a tag from a retry class of the same name. */
const TAG_SIGN = "#";

export function byFact(plan: Plan): readonly Declaration[] {
  const { names, byTag } = plan;
  const declare = (each: ErrorClass, facts: TypeShape, fact: string = each.kind): readonly Declaration[] => {
    const { kind, type, doc, by, byDoc } = each;
    const errors = generic("ErrorsWith", named(fact));
    return [
      declareAlias({ name: type, doc, type: facts }),
      declareMapped(`export type ${by}`, byDoc, mappedKey(kind, type), errors),
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
    declareAlias({
      name: "ErrorsWith",
      isLocal: true,
      typeParameters: ["Fact"],
      type: plan.isUnion ? named(`${names.byCode}[CodesWith<Fact>]`) : generic(names.body, named("CodesWith<Fact>")),
    }),
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

function declareMapped(head: string, doc: string, key: Doc, value: TypeShape): Declaration {
  const block = blockDoc(`${head} = {`, [[key, ": ", typeDoc(value), ";"]]);
  const text = layout([`/** ${doc} */`, HARD_LINE, block, ";"]);
  return declareTypeText(text);
}
