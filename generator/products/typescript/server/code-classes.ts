// The failures of each code become a class, and so do those of any code.
import { hasParams } from "../messages/message-types.ts";
import { engineCall } from "../messages/template-text.ts";
import { declareClass, type Method } from "../printer/classes.ts";
import { callDoc } from "../printer/code.ts";
import type { Item } from "../printer/module.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { codeLiteral, stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { shortDoc } from "../types/doc-comments.ts";
import { requiresOptions } from "./failure-options.ts";
import { needsGuard, rowDoc } from "./failure-rows.ts";
import { leftForFailure, leftForFailures } from "./filled-members.ts";

/** The class of failures with any code, for the function that takes a code. Engines look for its name in the stack, which begins with that of all failures. */
export function declareAnyClass(plan: Plan): Item {
  const { names, errors } = plan;
  // Compilers would look at the messages of all codes to know the type of one.
  const message = engineCall(plan, "fillIn", [callDoc("templateOf", ["code"]), "params"]);
  const row = (options: string, params: string, code: string): Doc =>
    rowDoc(plan, errors, { row: callDoc("rowOf", [code]), params, options });
  return declareClass({
    name: "Failure",
    isLocal: true,
    typeParameter: `Code extends ${names.code}`,
    base: () => [names.failure, typed("<Code>")],
    members: () => [],
    methods: () => [
      {
        head: "constructor",
        parameters: [
          ["code", typed(": Code")],
          ["params", typed(`: ${names.params}<Code>`)],
          ["options", typed(`?: ${names.failureOptions}<Code>`)],
        ],
        body: [
          superCall(plan, message, "String(code)"),
          fillCall(row("options", "params", "code"), "params", leftForFailures(plan) !== "none"),
        ],
      },
      nameMethod(names.failure),
      factsMethod(
        plan,
        row("this", "this.params", "this.code"),
        errors.some((error) => needsGuard(error, plan)),
      ),
    ],
  });
}

export function declareCodeClass(error: PlannedError, plan: Plan): Item {
  const { names, code, wireCode } = error;
  const type = codeLiteral(wireCode);
  const needsParams = hasParams(error, plan);
  const row = (options: string, params: string): Doc => rowDoc(plan, [error], { row: names.row, params, options });
  return declareClass({
    name: names.failure,
    doc: shortDoc(error, `The failure with the code ${code}.`),
    base: () => [plan.names.failure, typed(`<${type}>`)],
    members: () => [],
    methods: () => [
      {
        head: "constructor",
        parameters: [
          ...(needsParams ? [["params", typed(`: ${names.params}`)] as const] : []),
          ["options", typed(`${requiresOptions(plan, error) ? "" : "?"}: ${plan.names.failureOptions}<${type}>`)],
        ],
        body: [
          superCall(plan, callDoc(names.format, needsParams ? ["params"] : []), stringLiteral(code)),
          fillCall(
            row("options", needsParams ? "params" : "{}"),
            needsParams ? "params" : "{}",
            leftForFailure(plan, error) !== "none",
          ),
        ],
      },
      nameMethod(names.failure),
      factsMethod(plan, row("this", "this.params"), needsGuard(error, plan)),
    ],
  });
}

/** Errors of tables whose bodies have no message may have none; their code is one, then. */
function superCall({ model }: Plan, message: Doc, code: string): Doc {
  const text = model.body.message === undefined ? [message, group(indent([LINE, `|| ${code}`]))] : message;
  return [callDoc("super", [text, "options"]), ";"];
}

function fillCall(row: Doc, params: string, hasMembers: boolean): Doc {
  const members = typed("options?.members", "options === undefined ? undefined : options.members");
  return [callDoc("fillFailure", ["this", row, params, ...(hasMembers ? [members] : [])]), ";"];
}

/** Stacks begin with a name that the prototype has. */
function nameMethod(name: string): Method {
  return {
    head: "override get name",
    parameters: [],
    returns: "string",
    body: [["return ", stringLiteral(name), ";"]],
  };
}

/** The method by which replies know a failure. It is on the prototype, because members that nobody lists cost each object much. */
function factsMethod(plan: Plan, row: Doc, isGuarded: boolean): Method {
  const facts = callDoc(factsMaker(plan), ["this", row]);
  return {
    isInternal: true,
    head: stringLiteral(plan.names.failureBrand),
    parameters: [],
    returns: "FailureFacts",
    body: [["return ", isGuarded ? callDoc("guardedFacts", [facts, "fallbackFacts"]) : facts, ";"]],
  };
}

/** The function that makes the facts of a failure. */
export function factsMaker(plan: Plan): string {
  return leftForFailures(plan) === "none" ? "failureFacts" : "factsWithMembers";
}
