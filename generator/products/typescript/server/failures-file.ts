// A table becomes failures.ts: the Error classes that servers throw, and a guard that knows them in any copy of the module.

import { hasRetryOfCases } from "../http/case-readers.ts";
import { textsModule } from "../messages/message-engines.ts";
import { hasParams } from "../messages/message-types.ts";
import { hasCases } from "../messages/template-text.ts";
import { blockDoc, catchDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { generic, named, typeDoc } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { hasRetries, hasTags } from "../types/error-classes.ts";
import { declareAnyClass, declareCodeClass, factsMaker } from "./code-classes.ts";
import { declareFailureClass, hasIntegers } from "./failure-class.ts";
import { mayRequireOptions, optionTypes } from "./failure-options.ts";
import { hasSensitive, needsChoice, needsGuard } from "./failure-rows.ts";
import { leftForFailures } from "./filled-members.ts";

export function emitFailures(plan: Plan): Module {
  const { names, perCode, errors } = plan;
  const formats = perCode ? errors.map((error) => error.names.format) : [];
  const params = perCode ? errors.filter((error) => hasParams(error, plan)).map((error) => error.names.params) : [];
  const chosen = errors.some(needsChoice);
  const isGuarded = errors.some((error) => needsGuard(error, plan));
  const retries = hasRetries(plan) || hasRetryOfCases(plan);
  return {
    name: "failures",
    declarations: [
      ...importsFrom(
        {
          "failure-rows": {
            values: [
              "failureBrand",
              "rowOf",
              ...(isGuarded ? ["fallbackFacts"] : []),
              ...(perCode ? errors.map((error) => error.names.row) : []),
            ],
          },
          messages: {
            types: [names.params, ...params, ...(leftForFailures(plan) === "none" ? [] : [names.members])],
            values: formats,
          },
          [textsModule(plan)]: { values: ["fillIn"] },
          server: {
            types: ["FailureFacts", "FailureRow"],
            values: [
              ...(plan.options.stacks === false ? ["PlainError"] : []),
              "factsIn",
              factsMaker(plan),
              ...(chosen ? ["chosenRow"] : []),
              ...(hasSensitive(plan) ? ["loggedOf"] : hasIntegers(plan) ? ["plainParams"] : []),
              ...(isGuarded ? ["guardedFacts"] : []),
              ...(hasCases(plan) ? ["rowOfCase"] : []),
            ],
          },
          templates: { values: ["templateOf"] },
          types: {
            types: [names.code, ...(retries ? [names.retry] : []), ...(hasTags(plan) ? [names.tag] : [])],
          },
        },
        plan,
      ),
      ...declareFailureClass(plan, retries),
      ...(perCode ? errors.map((error) => declareCodeClass(error, plan)) : []),
      creator(plan),
      declareAnyClass(plan),
      guard(plan),
      ...optionTypes(plan),
    ],
  };
}

function creator(plan: Plan): Item {
  const { names } = plan;
  const options = `${names.failureOptions}<Code>`;
  const rest = mayRequireOptions(plan);
  return declareFunction({
    name: names.createFailure,
    doc: "The failure with this code. A missing param is a TypeError that names it.",
    typeParameters: [`Code extends ${names.code}`],
    parameters: [
      "code: Code",
      `params: ${names.params}<Code>`,
      rest ? ["...[options]: ", typeDoc(generic("OpenOptionsOf", named(options)))] : `options?: ${options}`,
    ],
    returns: `${names.failure}<Code>`,
    body: ["return new Failure(code, params, options);"],
  });
}

function guard({ names }: Plan): Item {
  return declareFunction({
    name: names.isFailure,
    doc: "Whether a value is a failure, with this code if one is given: of this or another copy of this module, also of another realm.",
    typeParameters: [`Code extends ${names.code}`],
    parameters: ["value: unknown", "code?: Code"],
    returns: `value is ${names.failure}<Code>`,
    body: [
      [
        blockDoc("try {", [
          "const facts = factsIn(value, failureBrand);",
          "if (facts === undefined) return false;",
          "return code === undefined || facts.row.code === code;",
        ]),
        " ",
        catchDoc(["// Proxies and getters can throw.", "return false;"]),
      ],
    ],
  });
}
