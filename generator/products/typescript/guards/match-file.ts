// A table becomes match.ts: a function that calls the arm for an error's code, status or retry class, or the arm for unknown codes.
import { callDoc, ifDoc, parameterDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { armClasses } from "../types/error-classes.ts";
import { union } from "../types/schema-types.ts";
import { type CheckFunctions, importCheck, importedChecks } from "./check-functions.ts";
import { codeKind } from "./code-reader.ts";
import { declareArms } from "./match-arms.ts";

export function emitMatch(plan: Plan, functions: CheckFunctions): Module {
  const { names } = plan;
  const checks = importedChecks(functions);
  for (const name of ["codeOf", "memberOf"]) importCheck(name, checks);
  const types = [names.byCode, names.error, names.of, names.unknown];
  const ofClasses = armClasses(plan).flatMap(({ type, of }) => [type, of]);
  return {
    name: "match",
    declarations: [
      ...importsFrom(
        {
          checks: { values: [...checks.imported] },
          lookup: { values: ["factsOf"] },
          types: { types: [...types, ...ofClasses] },
        },
        plan,
      ),
      declareFunction({
        name: names.match,
        doc: "Calls the arm for the error's code: its own arm, or else the arm that its status or its retry class shares. Every code needs one of them, so the compiler names the codes that have none.",
        typeParameters: ["Arms extends PossibleArms"],
        parameters: [
          parameterDoc("error", union([named(names.error), named(names.unknown)])),
          "arms: CheckedArms<Arms>",
        ],
        returns: "ResultOf<AllArms<Arms>>",
        body: [
          "const arm = armFor(codeOf(error), arms);",
          typed("// The type of the arms guarantees that there is an arm for this error."),
          ["return ", typed("(arm as (error: unknown) => ResultOf<AllArms<Arms>>)", "arm"), "(error);"],
        ],
      }),
      armFor(plan),
      ...declareArms(plan),
    ],
  };
}

/** Reads own members only: a code may have the name of a member that every object inherits. */
function armFor(plan: Plan): Item {
  const classes = armClasses(plan);
  const isText = codeKind(plan) === "string";
  return declareFunction({
    name: "armFor",
    isLocal: true,
    parameters: [`code: ${codeKind(plan)} | undefined`, "arms: unknown"],
    returns: "unknown",
    body: [
      "const facts = factsOf(code);",
      ifDoc("code === undefined || facts === undefined", [
        `return memberOf(arms, ${stringLiteral(plan.names.otherwise)});`,
      ]),
      ...(classes.some(({ facts }) => facts === "statuses") ? ONLY_STATUS : []),
      `const ofCode = memberOf(arms, ${isText ? "code" : "String(code)"});`,
      "if (ofCode !== undefined) return ofCode;",
      ...classes.flatMap(({ arms, fact, facts, kind }) => [
        [
          `const of${kind} = `,
          callDoc("memberOf", [
            callDoc("memberOf", ["arms", stringLiteral(arms)]),
            facts === undefined ? `String(facts.${fact})` : "String(onlyStatus)",
          ]),
          ";",
        ],
        `if (of${kind} !== undefined) return of${kind};`,
      ]),
      "return undefined;",
    ],
  });
}

const ONLY_STATUS = [
  "// An arm for a status takes only the codes that come with no other status.",
  "const { statuses } = facts;",
  "const onlyStatus = statuses.length === 1 ? statuses[0] : undefined;",
];
