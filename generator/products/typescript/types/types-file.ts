// A table becomes types.ts: the codes as a closed union, a body type per code, and the errors by code, status, retry class and tag.

import { hasConstantRows } from "../constants/constant-rows.ts";
import { CONSTANTS_TYPE } from "../constants/constants-file.ts";
import { declareAlias } from "../printer/declarations.ts";
import { type Declaration, declareTypeText, type Module } from "../printer/module.ts";
import { declareTypeMap } from "../printer/type-map.ts";
import { group, indent, LINE, layout } from "../printer/typescript-layout.ts";
import { type Comment, codeKey, propertyKey } from "../printer/typescript-literal.ts";
import { codeType, generic, member, NEVER, named, type TypeShape } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { bodyType, declareBody, responseType } from "./body-shape.ts";
import { byFact, FACTS, factsByCode } from "./code-facts.ts";
import { codeKind } from "./code-kind.ts";
import { constantTypes } from "./constant-types.ts";
import { errorDoc, shortDoc } from "./doc-comments.ts";
import { type ErrorClass, errorClasses, hasTags, ofClass } from "./error-classes.ts";
import { union } from "./schema-types.ts";

export function emitTypes(plan: Plan): Module {
  const { model, names } = plan;
  return {
    name: "types",
    declarations: [
      ...(hasConstantRows(plan) ? importsFrom({ constants: { types: [CONSTANTS_TYPE] } }, plan) : []),
      declareAlias({ name: names.code, doc: `The codes of the errors of ${model.title}.`, type: codeUnion(plan) }),
      ...(plan.perCode ? plan.errors.map((error) => errorDeclaration(plan, error)) : []),
      declareAlias({ name: names.error, doc: tableDoc(plan), type: errorUnion(plan) }),
      ...(plan.perCode ? [errorsByCode(plan)] : factsByCode(plan)),
      declareAlias({
        name: names.of,
        doc: "The body of the error with this code.",
        typeParameters: [`Code extends ${names.code}`],
        type: named(`${names.byCode}[Code]`),
      }),
      ...(plan.perCode ? byClass(plan) : byFact(plan)),
      ...openTypes(plan),
      ...(hasConstantRows(plan) ? constantTypes(plan) : []),
      ...responseTypes(plan),
    ],
  };
}

function tableDoc(plan: Plan): string | Comment {
  const { model, names } = plan;
  const description = model.description ?? `An error of ${model.title}.`;
  if (plan.isUnion) return description;
  const hint = `As a union of one type per code: ${names.byCode}[${names.code}].`;
  return { paragraphs: [description, hint] };
}

function errorDeclaration({ model }: Plan, error: PlannedError): Declaration {
  const type = bodyType(model.body, codeType(error.wireCode), error);
  const { type: name } = error.names;
  return declareBody({ name, doc: errorDoc(error) }, type);
}

function codeUnion(plan: Plan): TypeShape {
  return plan.perCode ? union(plan.errors.map(({ wireCode }) => codeType(wireCode))) : named(`keyof ${FACTS}`);
}

function errorUnion(plan: Plan): TypeShape {
  const { names, perCode, isUnion, errors } = plan;
  if (!isUnion) return generic(names.body, named(names.code));
  return perCode ? union(errors.map((error) => named(error.names.type))) : named(`${names.byCode}[${names.code}]`);
}

function errorsByCode(plan: Plan): Declaration {
  const { names, errors } = plan;
  const rows = errors.map((error) => ({
    ...member(error.code, named(error.names.type), shortDoc(error)),
    key: codeKey(error.wireCode),
  }));
  return declareTypeMap({ name: names.byCode, doc: "The errors by their codes.", rows });
}

function byClass(plan: Plan): readonly Declaration[] {
  const [status, retry, tag] = errorClasses(plan.names);
  const declare = (
    each: ErrorClass,
    groups: ReadonlyMap<string | number, readonly PlannedError[]>,
  ): readonly Declaration[] => {
    const rows = [...groups].map(([name, errors]) => {
      const key = typeof name === "number" ? String(name) : propertyKey(name);
      return { ...member(String(name), classType(errors)), key };
    });
    return [
      declareAlias({ name: each.type, doc: each.doc, type: named(`keyof ${each.by}`) }),
      declareTypeMap({ name: each.by, doc: each.byDoc, rows }),
      ofClass(each, named(`${each.by}[${each.kind}]`)),
    ];
  };
  return [
    ...declare(status, plan.byStatus),
    ...declare(retry, plan.byRetry),
    ...(hasTags(plan) ? declare(tag, plan.byTag) : []),
  ];
}

function classType(errors: readonly PlannedError[]): TypeShape {
  return errors.length === 0 ? NEVER : union(errors.map((error) => named(error.names.type)));
}

/** Types of errors from a server that is newer than this table. */
function openTypes(plan: Plan): readonly Declaration[] {
  const { model, names } = plan;
  const { isOptional } = model.body.code;
  const base = codeKind(plan);
  /** A value that is none of the codes; this spelling keeps the codes in the completions of editors. */
  const otherCode = `${base.includes("|") ? `(${base})` : base} & Record<never, never>`;
  return [
    declareAlias({
      name: names.wireCode,
      doc: "A code in a response: a code of the table, or a code that only a newer server knows.",
      type: generic("Open", named(names.code)),
    }),
    declareTypeText(layout([`type Open<Code extends ${base}> =`, group(indent([LINE, `Code | (${otherCode})`])), ";"])),
    declareBody(
      { name: names.body, doc: "The body of an error with any code.", typeParameters: ["Code"] },
      bodyType(model.body, named("Code")),
    ),
    isOptional
      ? declareBody(
          { name: names.unknown, doc: "An error with a code that is not in the table, or without a code." },
          bodyType(model.body, union([named(`(${otherCode})`), named("null", "null")]), undefined, {
            mayLackCode: true,
          }),
        )
      : declareAlias({
          name: names.unknown,
          doc: "An error with a code that is not in the table.",
          type: generic(names.body, named(otherCode)),
        }),
  ];
}

/** The type of a response that holds a list of errors. */
function responseTypes({ model, names }: Plan): readonly Declaration[] {
  const { list } = model.body;
  if (list === undefined) return [];
  const type = responseType(list, union([named(names.error), named(names.unknown)]));
  const head = { name: names.response, doc: `A response with errors of ${model.title}.` };
  return [declareBody(head, type)];
}
