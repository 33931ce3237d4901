// The operations of a table become objects that make only the failures that an operation may answer with, and the types of these answers.
import type { AnswerModel } from "../../../model/model.ts";
import { ownerName } from "../../../model/operation-keys.ts";
import { hasParams } from "../messages/message-types.ts";
import { caseKey } from "../messages/template-text.ts";
import { callDoc } from "../printer/code.ts";
import { declareAlias, declareInterface } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { declareObject } from "../printer/object-constant.ts";
import { type Doc, group, HARD_LINE, indent, LINE, WIDTH } from "../printer/typescript-layout.ts";
import { codeLiteral, commentText } from "../printer/typescript-literal.ts";
import { codeType, generic, literalType, member, type TypeShape } from "../printer/typescript-type.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";

interface PlannedOperation {
  readonly name: string;
  readonly keys: readonly string[];
  readonly answers: readonly { readonly error: PlannedError; readonly cases: readonly string[] }[];
}

export function emitOperations(plan: Plan): readonly Module[] {
  const operations = operationsOf(plan);
  if (operations.length === 0) return [];
  const { names, perCode } = plan;
  const errors = plan.errors.filter((error) =>
    operations.some(({ answers }) => answers.some((one) => one.error === error)),
  );
  const taking = operations.some(({ answers }) => answers.some(({ error }) => hasParams(error, plan)));
  const plain = operations.some(({ answers }) => answers.some(({ error }) => !hasParams(error, plan)));
  const types = [...(taking ? [names.makeFailure] : []), ...(plain ? [names.makePlainFailure] : [])];
  return [
    {
      name: "operations",
      declarations: [
        ...importsFrom(
          {
            failures: {
              types,
              values: perCode ? errors.map((error) => error.names.failure) : [names.createFailure],
            },
            types: { types: [names.of] },
          },
          plan,
        ),
        ...operations.flatMap((operation) => [
          errorsType(operation, plan),
          failuresType(operation, plan),
          failures(operation, plan),
        ]),
      ],
    },
  ];
}

/** Operations of one name are one; the answers of "*" belong to each. */
function operationsOf({ model, errors }: Plan): readonly PlannedOperation[] {
  const common = model.operations.find(({ name }) => name === "*")?.answers ?? [];
  const byName = new Map<string, { keys: string[]; answers: AnswerModel[] }>();
  for (const { name: key, answers } of model.operations) {
    const name = ownerName(key);
    const known = byName.get(name) ?? { keys: [], answers: [...common] };
    known.keys.push(key);
    known.answers.push(...answers);
    byName.set(name, known);
  }
  return Array.from(byName, ([name, { keys, answers }]): PlannedOperation => {
    const answered = errors.flatMap((error) => {
      const own = answers.filter(({ code }) => code === error.code);
      if (own.length === 0) return [];
      const isWhole = own.some((answer) => answer.case === undefined);
      return [{ error, cases: isWhole ? [] : [...new Set(own.flatMap((answer) => answer.case ?? []))] }];
    });
    return { name, keys, answers: answered };
  }).filter(({ answers }) => answers.length > 0);
}

function errorsType({ name, keys, answers }: PlannedOperation, { names }: Plan): Item {
  return declareAlias({
    name: `${name}Errors`,
    doc: commentText(`The errors that ${operationText(keys)} may answer with.`),
    type: generic(names.of, union(answers.map(({ error }) => codeType(error.wireCode)))),
  });
}

function operationText(keys: readonly string[]): string {
  return keys.includes("*") ? "every operation" : `the operation ${keys.join(", or ")}`;
}

function failuresType({ name, answers }: PlannedOperation, plan: Plan): Item {
  return declareInterface({
    name: `${name}Failures`,
    isLocal: true,
    members: answers.map(({ error, cases }) => member(error.identifier, makerType(error, cases, plan))),
  });
}

function makerType(error: PlannedError, cases: readonly string[], plan: Plan): TypeShape {
  const { names } = plan;
  const code = codeType(error.wireCode);
  if (!hasParams(error, plan)) return generic(names.makePlainFailure, code);
  if (cases.length === 0) return generic(names.makeFailure, code);
  const ofCase: TypeShape = { kind: "object", members: [member(caseKey(plan), union(cases.map(literalType)))] };
  return generic(names.makeFailure, code, ofCase);
}

function failures({ name, keys, answers }: PlannedOperation, plan: Plan): Item {
  const lines = answers.map(({ error }): Doc => makerLine(error, plan));
  const doc = commentText(`Makes the failures that ${operationText(keys)} may answer with.`);
  return declareObject({ name: `fail${name}`, type: `${name}Failures`, doc, isExported: true }, lines);
}

function makerLine(error: PlannedError, plan: Plan): Doc {
  const needsParams = hasParams(error, plan);
  const given = needsParams ? "(params, options)" : "(options)";
  const made = plan.perCode
    ? ["new ", callDoc(error.names.failure, needsParams ? ["params", "options"] : ["options"])]
    : callDoc(plan.names.createFailure, [codeLiteral(error.wireCode), needsParams ? "params" : "{}", "options"]);
  const maker = group([`${given} =>`, indent([LINE, made])]);
  const isBelow = `  ${error.identifier}: ${given} =>`.length > WIDTH;
  return [`${error.identifier}:`, isBelow ? indent([HARD_LINE, maker]) : [" ", maker], ","];
}
