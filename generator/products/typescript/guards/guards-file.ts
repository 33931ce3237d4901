// A table becomes guards.ts: functions that say for any value whether it is one of the table's errors, and which.

import { callDoc, returnAll, returnEqual } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareImport } from "../printer/imports.ts";
import type { Declaration, Module } from "../printer/module.ts";
import { group, indent, LINE } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { modulePath, type Plan, type PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { type CheckSet, checkDeclarations, newCheckSet } from "./check-set.ts";
import { detailsCheck } from "./details.ts";
import { type Lookup, planLookup } from "./lookup.ts";
import { declareMatch } from "./match.ts";
import { declareRead } from "./read.ts";
import { codeConditions, declareCodeOf } from "./shape-checks.ts";

export function emitGuards(plan: Plan): Module {
  const { errors } = plan;
  const checks = newCheckSet();
  const lookup = planLookup(plan, checks);
  const statements = [
    tableGuard(plan, lookup),
    ...(plan.perCode ? errors.map((error) => codeGuard(plan, error, checks)) : []),
    statusGuard(plan, lookup),
    ...(lookup.hasRetries ? [retryGuard(plan, lookup)] : []),
    unknownGuard(plan, lookup),
    ...declareRead(plan, checks),
    ...declareMatch(plan, checks),
    ...declareCodeOf(plan, checks),
    ...lookup.statements,
  ];
  const types = typeImports(plan, lookup.hasRetries);
  return {
    name: "guards",
    declarations: [declareImport(modulePath("types", plan), types, true), ...statements, ...checkDeclarations(checks)],
  };
}

function typeImports({ names, perCode, errors }: Plan, hasRetries: boolean): readonly string[] {
  const ofTable = [names.byCode, names.code, names.error, names.of, names.ofStatus, names.status, names.unknown];
  const ofRetry = hasRetries ? [names.ofRetry, names.retry] : [];
  return [...ofTable, ...ofRetry, ...(perCode ? errors.map((error) => error.names.type) : [])].toSorted();
}

function tableGuard({ model, names }: Plan, { found, details }: Lookup): Declaration {
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
      returnAll([`${found} !== undefined`, ...details]),
    ],
  });
}

function statusGuard({ names }: Plan, { details }: Lookup): Declaration {
  return declareFunction({
    name: names.isOfStatus,
    doc: "Whether a value is an error that comes with this HTTP status.",
    typeParameters: [`Status extends ${names.status}`],
    parameters: ["value: unknown", "status: Status"],
    returns: `value is ${names.ofStatus}<Status>`,
    body: [
      "const code = codeOf(value);",
      "const found = statusOf(code);",
      returnAll(["found !== undefined", "found === status", ...details]),
    ],
  });
}

function retryGuard({ names }: Plan, { details }: Lookup): Declaration {
  return declareFunction({
    name: names.isOfRetry,
    doc: "Whether a value is an error of this retry class.",
    typeParameters: [`Retry extends ${names.retry}`],
    parameters: ["value: unknown", "retry: Retry"],
    returns: `value is ${names.ofRetry}<Retry>`,
    body: [
      "const code = codeOf(value);",
      ["const found =", group(indent([LINE, callDoc(names.findRetry, ["code"])])), ";"],
      returnAll(["found !== undefined", "found === retry", ...details]),
    ],
  });
}

function unknownGuard({ names }: Plan, { found }: Lookup): Declaration {
  return declareFunction({
    name: names.isUnknown,
    doc: "Whether a value has the shape of an error, with a code that is not in the table.",
    parameters: ["value: unknown"],
    returns: `value is ${names.unknown}`,
    body: ["const code = codeOf(value);", `return code !== undefined && ${found} === undefined;`],
  });
}

function codeGuard(plan: Plan, error: PlannedError, checks: CheckSet): Declaration {
  const own = detailsCheck(error, checks);
  const code = stringLiteral(error.code);
  const conditions = [...codeConditions(plan, code, checks), ...(own === undefined ? [] : [own])];
  return declareFunction({
    name: error.names.guard,
    doc: shortDoc(error, `Whether a value is the error ${error.code}.`),
    parameters: ["value: unknown"],
    returns: `value is ${error.names.type}`,
    body: [conditions.length === 1 ? returnEqual("codeOf(value)", code) : returnAll(conditions)],
  });
}
