// The cases of a table become error-cases.ts: it finds the case of an error in a response, and its retry class. Its code is in a file
// of its own, so that a first case adds a file and rewrites none.

import { tokenNames } from "../../../text/json/pointer.ts";
import { hasListed } from "../messages/fixed-members.ts";
import { textsModule } from "../messages/message-engines.ts";
import { hasCases, singleCase } from "../messages/template-text.ts";
import { ownItem } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareTypeText, type Item, type Module } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { CASES, LISTED_CASES } from "../runtime.gen.ts";
import { typedEngine } from "../typed-engine.ts";
import { codeKind } from "../types/code-kind.ts";

/** The name of the module that finds cases. */
export const CASES_MODULE = "error-cases";

export function caseModules(plan: Plan): readonly Module[] {
  if (!hasCases(plan)) return [];
  const hasMessages = plan.parts.has("messages");
  const imports = {
    response: { values: ["memberAt"] },
    [textsModule(plan)]: { values: hasMessages ? ["fitOf"] : [] },
    templates: { values: hasMessages ? ["templateOf"] : [] },
    types: { types: hasRetryOfCases(plan) ? [plan.names.retry] : [] },
  };
  const module = typedEngine(CASES_MODULE, [...CASES, ...(hasListed(plan) ? LISTED_CASES : [])], imports, plan);
  const readers = [...caseReaders(plan, hasMessages), ...(hasRetryOfCases(plan) ? [retryReader(plan)] : [])];
  return [{ ...module, isPruned: true, declarations: [...module.declarations, ...readers] }];
}

function caseReaders(plan: Plan, hasMessages: boolean): readonly Item[] {
  const key = (error: PlannedError): string => String(error.wireCode);
  const data = Object.fromEntries<Data>(
    plan.errors.filter((error) => singleCase(error) === undefined).map((error) => [key(error), caseFacts(error)]),
  );
  const fit: Doc = hasMessages
    ? ["const fit = (name", typed(": string"), ")", typed(": number"), " => fitOf(templateOf(code), name, message);"]
    : ["const fit = ()", typed(": number"), " => 0;"];
  return [
    declareFunction({
      name: "caseOf",
      parameters: [`code: ${codeKind(plan)} | undefined`, "item: unknown", "status: number", "message?: string"],
      returns: "string | undefined",
      body: [
        "if (code === undefined) return undefined;",
        ["const ofCode = ", ownItem("cases", "code"), ";"],
        "if (ofCode === undefined) return undefined;",
        fit,
        hasListed(plan)
          ? "return findCase(casesIn(ofCode, item), item, status, fit);"
          : "return findCase(ofCode, item, status, fit);",
      ],
    }),
    declareData(
      { name: "cases", type: "CasesByCode", doc: "The facts that tell the cases of a code apart." },
      () => data,
    ),
    declareTypeText("type CasesByCode = Readonly<Record<string, CasesOfCode>>;"),
  ];
}

/** For codes whose cases differ in their retry classes. */
function retryReader(plan: Plan): Item {
  const type = `${plan.names.retry} | undefined`;
  return declareFunction({
    name: "retryOf",
    parameters: [`code: ${codeKind(plan)} | undefined`, "name: string | undefined"],
    returns: type,
    body: [
      "const found = caseIn(cases, code, name);",
      ["const retry", typed(": unknown"), " = found === undefined ? undefined : found.retry;"],
      typed("// The retry classes are generated from the same table."),
      ["return retry", typed(` as ${type}`), ";"],
    ],
  });
}

function caseFacts({ cases }: PlannedError): Data {
  return Object.fromEntries<Data>(
    cases.map(({ name = "", statuses, retry, constants }) => [
      name,
      {
        statuses: statuses.length === 0 ? undefined : statuses,
        retry,
        constants: constants.length === 0 ? undefined : constants.map(({ at, value }): Data => [tokenNames(at), value]),
      },
    ]),
  );
}

/** Whether cases have retry classes that are not those of their codes. */
export function hasRetryOfCases({ errors }: Plan): boolean {
  return errors.some(({ cases, retry }) => retry === undefined && cases.some((one) => one.retry !== undefined));
}
