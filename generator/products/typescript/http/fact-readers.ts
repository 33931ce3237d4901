// The functions by which the Error class reads the message, the params and the code of a body.

import { engineCall } from "../messages/template-text.ts";
import { blockDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { typed } from "../printer/typescript-layout.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { hasStatuses } from "../types/error-classes.ts";
import type { Extent } from "./service-error.ts";

export function paramsReader(plan: Plan, has: Extent): Item {
  const name = has.cases ? "name" : "undefined";
  return declareFunction({
    name: "paramsOf",
    isLocal: true,
    parameters: [
      `code: ${codeKind(plan)} | undefined`,
      "message: string | undefined",
      ...(has.cases ? ["name: string | undefined"] : []),
    ],
    returns: "ParamsOfAny | undefined",
    body: [
      "if (code === undefined || message === undefined) return undefined;",
      "if (factsOf(code) === undefined) return undefined;",
      "const template = templateOf(code);",
      ["const params", typed(": unknown"), " = ", engineCall(plan, "readOutOf", ["template", name, "message"]), ";"],
      typed("// The type of the params is generated from the same templates."),
      ["return params", typed(" as ParamsOfAny | undefined"), ";"],
    ],
  });
}

export function codeReader(plan: Plan): Item {
  const { names } = plan;
  const kind = codeKind(plan);
  const fits = hasStatuses(plan)
    ? blockDoc("const fitting = found.find((candidate) => {", [
        "const facts = factsOf(candidate.code);",
        "if (facts === undefined || facts.statuses.length === 0) return true;",
        "return facts.statuses.includes(status);",
      ])
    : ["const [fitting] = found"];
  return declareFunction({
    name: "codeByMessage",
    isLocal: true,
    doc: "The code of a body without a code, by its message and its status.",
    parameters: ["message: string", ...(hasStatuses(plan) ? ["status: number"] : [])],
    returns: `${kind} | undefined`,
    body: [
      `const found = ${names.decode}(message);`,
      hasStatuses(plan) ? [fits, ");"] : [fits, ";"],
      "return fitting === undefined ? undefined : fitting.code;",
    ],
  });
}
