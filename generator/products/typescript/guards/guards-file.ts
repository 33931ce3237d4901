// A table becomes guards.ts: functions that tell whether any value is one of the table's errors, and which one.
import { callDoc, returnAll, returnEqual } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { type ErrorClass, errorClasses, hasRetries } from "../types/error-classes.ts";
import {
  type CheckFunctions,
  checksModule,
  type ImportedChecks,
  importCheck,
  importedChecks,
  newCheckFunctions,
} from "./check-functions.ts";
import { codeConditions, declareCodeOf } from "./code-reader.ts";
import { emitLookup, hasDetails } from "./lookup-file.ts";
import { emitMatch } from "./match-file.ts";
import { declareRead } from "./read-function.ts";
import { detailsCheck } from "./schema-checks.ts";

/** The files of the guards. The file of the checks comes last, because it exports the functions that the others import. */
export function emitGuards(plan: Plan): readonly Module[] {
  const functions = newCheckFunctions();
  declareCodeOf(plan, functions);
  return [emitIs(plan, functions), emitMatch(plan, functions), emitLookup(plan, functions), checksModule(functions)];
}

function emitIs(plan: Plan, functions: CheckFunctions): Module {
  const { errors, perCode } = plan;
  const checks = importedChecks(functions);
  importCheck("codeOf", checks);
  const [status, retry] = errorClasses(plan.names);
  const guards = [
    tableGuard(plan),
    ...(perCode ? errors.map((error) => codeGuard(plan, error, checks)) : []),
    classGuard(plan, status),
    ...(hasRetries(plan) ? [classGuard(plan, retry)] : []),
    unknownGuard(plan),
    ...declareRead(plan, checks),
  ];
  const lookups = hasDetails(plan) ? ["detailsMatch", "groupOf"] : ["groupOf"];
  return {
    name: "guards",
    declarations: [
      ...importsFrom(
        {
          checks: { values: [...checks.imported] },
          lookup: { values: lookups },
          types: { types: importedTypes(plan) },
        },
        plan,
      ),
      ...guards,
    ],
  };
}

function importedTypes(plan: Plan): readonly string[] {
  const { names, perCode, errors } = plan;
  const ofTable = [names.code, names.error, names.of, names.ofStatus, names.status, names.unknown];
  const ofRetry = hasRetries(plan) ? [names.ofRetry, names.retry] : [];
  return [...ofTable, ...ofRetry, ...(perCode ? errors.map((error) => error.names.type) : [])];
}

function tableGuard(plan: Plan): Item {
  const { model, names } = plan;
  return declareFunction({
    name: names.is,
    overloads: [
      {
        doc: `Whether a value is an error of ${model.title}.`,
        parameters: ["value: unknown"],
        returns: `value is ${names.error}`,
      },
      {
        doc: "Whether a value is the error with this code.",
        typeParameters: [`Code extends ${names.code}`],
        parameters: ["value: unknown", "code: Code"],
        returns: `value is ${names.of}<Code>`,
      },
    ],
    parameters: ["value: unknown", "wanted?: unknown"],
    returns: "boolean",
    body: [
      "const code = codeOf(value);",
      "// Functions such as filter pass an index, which is no code.",
      'if (typeof wanted === "string" && code !== wanted) return false;',
      returnAll(["groupOf(code) !== undefined", ...detailsCondition(plan)]),
    ],
  });
}

function detailsCondition(plan: Plan): readonly string[] {
  return hasDetails(plan) ? ["detailsMatch(value, code)"] : [];
}

function classGuard(plan: Plan, { guard, guardDoc, fact, kind, type, of }: ErrorClass): Item {
  return declareFunction({
    name: guard,
    doc: guardDoc,
    typeParameters: [`${kind} extends ${type}`],
    parameters: ["value: unknown", `${fact}: ${kind}`],
    returns: `value is ${of}<${kind}>`,
    body: [
      "const code = codeOf(value);",
      `const found = groupOf(code)?.${fact};`,
      returnAll(["found !== undefined", `found === ${fact}`, ...detailsCondition(plan)]),
    ],
  });
}

function unknownGuard({ names }: Plan): Item {
  return declareFunction({
    name: names.isUnknown,
    doc: "Whether a value has the shape of an error, with a code that is not in the table.",
    parameters: ["value: unknown"],
    returns: `value is ${names.unknown}`,
    body: ["const code = codeOf(value);", "return code !== undefined && groupOf(code) === undefined;"],
  });
}

function codeGuard(plan: Plan, error: PlannedError, checks: ImportedChecks): Item {
  const code = stringLiteral(error.code);
  const details = detailsCheck(error, checks);
  const own = details === undefined ? [] : [callDoc(importCheck("passes", checks), ["value", details])];
  const conditions = [...codeConditions(plan, code, checks), ...own];
  return declareFunction({
    name: error.names.guard,
    doc: shortDoc(error, `Whether a value is the error ${error.code}.`),
    parameters: ["value: unknown"],
    returns: `value is ${error.names.type}`,
    body: [conditions.length === 1 ? returnEqual("codeOf(value)", code) : returnAll(conditions)],
  });
}
