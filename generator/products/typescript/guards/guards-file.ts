// A table becomes guards.ts: functions that tell whether any value is one of the table's errors, and which one.
import { allDoc, callDoc, ifDoc, returnAll } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { codeLiteral, stringLiteral } from "../printer/typescript-literal.ts";
import { importsFrom, type Plan, type PlannedError } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { type ErrorClass, guardClasses } from "../types/error-classes.ts";
import {
  type CheckFunctions,
  checksModule,
  type ImportedChecks,
  importCheck,
  importedChecks,
  newCheckFunctions,
} from "./check-functions.ts";
import { BODY_TYPE, declareCodeOf, uncodedCheck } from "./code-reader.ts";
import { emitLookup, hasDetails } from "./lookup-file.ts";
import { emitMatch } from "./match-file.ts";
import { isCodeSteps, OWN_TYPE } from "./one-code.ts";
import { declareRead } from "./read-function.ts";
import { declareResponse } from "./response-functions.ts";
import { detailsCheck } from "./schema-checks.ts";

/**
 * The files of the guards. Each step adds the check functions that it needs, whose names and places depend on the order of
 * the steps; the file of the checks is made last, from all of them.
 */
export function emitGuards(plan: Plan): readonly Module[] {
  const functions = newCheckFunctions();
  declareCodeOf(plan, functions);
  const guards = emitIs(plan, functions);
  const match = emitMatch(plan, functions);
  const lookup = emitLookup(plan, functions);
  const checks = checksModule(functions);
  return [guards, match, lookup, checks];
}

function emitIs(plan: Plan, functions: CheckFunctions): Module {
  const { errors, perCode } = plan;
  const checks = importedChecks(functions);
  // These add checks, in this order; the imports are known after them.
  importCheck("codeOf", checks);
  const ofCodes = perCode ? errors.map((error) => codeGuard(plan, error, checks)) : [];
  const ofUnknown = unknownGuard(plan, checks);
  const read = declareRead(plan, checks);
  const response = declareResponse(plan, checks);
  const ofClasses = guardClasses(plan).map((each) => classGuard(plan, each));
  const guards = [tableGuard(plan), ...ofCodes, ...ofClasses, ofUnknown, ...read, ...response];
  const lookups = hasDetails(plan) ? ["detailsMatch", "factsOf"] : ["factsOf"];
  return {
    name: "guards",
    declarations: [
      ...importsFrom(
        {
          checks: {
            types: [BODY_TYPE, OWN_TYPE].filter((name) => checks.exported.has(name)),
            values: [...checks.imported],
          },
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
  const { model, names, perCode, errors } = plan;
  const ofTable = [names.code, names.error, names.of, names.unknown];
  const ofClasses = guardClasses(plan).flatMap(({ of, type }) => [of, type]);
  const ofResponse = model.body.list === undefined ? [] : [names.response];
  return [...ofTable, ...ofClasses, ...ofResponse, ...(perCode ? errors.map((error) => error.names.type) : [])];
}

function tableGuard(plan: Plan): Item {
  const { model, names } = plan;
  const isText = codeKind(plan) === "string";
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
    parameters: ["value: unknown", "wanted?: unknown", ...(isText ? [] : ["list?: unknown"])],
    returns: "boolean",
    body: [
      "const code = codeOf(value);",
      ...(isText ? WANTED_TEXT : WANTED_INTEGER),
      returnAll(["factsOf(code) !== undefined", ...detailsCondition(plan)]),
    ],
  });
}

const WANTED_TEXT = [
  "// Functions such as filter pass an index, which is no code.",
  'if (typeof wanted === "string" && code !== wanted) return false;',
];

const WANTED_INTEGER = [
  "// Functions such as filter pass an index and a list; that index is no code.",
  ifDoc(allDoc(["wanted !== undefined", "list === undefined", "code !== wanted"]), "return false;"),
];

function detailsCondition(plan: Plan): readonly string[] {
  return hasDetails(plan) ? ["detailsMatch(value, code)"] : [];
}

function classGuard(plan: Plan, { guard, guardDoc, fact, facts, kind, type, of }: ErrorClass): Item {
  const conditions =
    facts === undefined
      ? [`facts.${fact} !== undefined`, `facts.${fact} === ${fact}`]
      : [`facts.${facts}.includes(${fact})`];
  return declareFunction({
    name: guard,
    doc: guardDoc,
    typeParameters: [`${kind} extends ${type}`],
    parameters: ["value: unknown", `${fact}: ${kind}`],
    returns: `value is ${of}<${kind}>`,
    body: [
      "const code = codeOf(value);",
      "const facts = factsOf(code);",
      "if (facts === undefined) return false;",
      ...(facts === "tags" ? ["if (facts.tags === undefined) return false;"] : []),
      returnAll([...conditions, ...detailsCondition(plan)]),
    ],
  });
}

function unknownGuard(plan: Plan, checks: ImportedChecks): Item {
  const { names } = plan;
  const uncoded = uncodedCheck(plan, checks);
  if (uncoded !== undefined) importCheck("passes", checks);
  // A value without the prefix is of another kind, such as "about:blank" of RFC 9457.
  const { prefix } = plan.model.body.code;
  const prefixed = prefix === "" ? [] : [callDoc("String(code).startsWith", [stringLiteral(prefix)])];
  const unless = uncoded === undefined ? "" : ", or without a code";
  return declareFunction({
    name: names.isUnknown,
    doc: `Whether a value has the shape of an error, with a code that is not in the table${unless}.`,
    parameters: ["value: unknown"],
    returns: `value is ${names.unknown}`,
    body: [
      "const code = codeOf(value);",
      ...(uncoded === undefined
        ? [returnAll(["code !== undefined", ...prefixed, "factsOf(code) === undefined"])]
        : [
            `if (code === undefined) return passes(value, ${uncoded});`,
            returnAll([...prefixed, "factsOf(code) === undefined"]),
          ]),
    ],
  });
}

function codeGuard(plan: Plan, error: PlannedError, checks: ImportedChecks): Item {
  return declareFunction({
    name: error.names.guard,
    doc: shortDoc(error, `Whether a value is the error ${error.code}.`),
    parameters: ["value: unknown"],
    returns: `value is ${error.names.type}`,
    body: isCodeSteps(plan, codeLiteral(error.wireCode), detailsCheck(error, checks), checks),
  });
}
