// A table becomes observe.ts: its errors as entries of logs, and as attributes of traces and metrics.

import { declareMade } from "../printer/declare-made.ts";
import type { Module } from "../printer/module.ts";
import { importsFrom, type Plan } from "../product-plan.ts";

export function emitObserve(plan: Plan): Module {
  const { names } = plan;
  return {
    name: "observe",
    declarations: [
      ...importsFrom(
        {
          "error-log": { types: ["ToErrorAttributes", "ToErrorLog"], values: ["errorAttributes", "errorLog"] },
          "failure-rows": { values: ["failureSource"] },
        },
        plan,
      ),
      declareMade({
        name: names.errorAttributes,
        doc: "The attributes of OpenTelemetry that tell of any thrown value. They have no text of a request.",
        type: "ToErrorAttributes",
        value: "errorAttributes(failureSource)",
      }),
      declareMade({
        name: names.errorLog,
        doc: "Any thrown value as an entry of a log, without the values of sensitive params.",
        type: "ToErrorLog",
        value: "errorLog(failureSource)",
      }),
    ],
  };
}
