// A table becomes match.ts: a function that calls the arm for an error's code, status or retry class, or the arm for unknown codes.
import { blockDoc, callDoc, ifDoc, ifHead, parameterDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item, Module } from "../printer/module.ts";
import { type Doc, group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import { importsFrom, type Plan } from "../product-plan.ts";
import { type CodeKind, codeKind } from "../types/code-kind.ts";
import { armClasses } from "../types/error-classes.ts";
import { union } from "../types/schema-types.ts";
import { type CheckFunctions, importCheck, importedChecks } from "./check-functions.ts";
import { declareArms } from "./match-arms.ts";
import { valueAtDoc } from "./value-at.ts";

export function emitMatch(plan: Plan, functions: CheckFunctions): Module {
  const { names } = plan;
  const checks = importedChecks(functions);
  importCheck("memberOf", checks);
  const code = valueAtDoc("error", plan.model.body.code.at, (helper) => importCheck(helper, checks));
  const types = [names.byCode, names.error, names.of, names.unknown];
  const ofClasses = armClasses(plan).flatMap(({ type, of }) => [type, of]);
  return {
    name: "match",
    declarations: [
      ...importsFrom(
        {
          checks: { values: [...checks.imported] },
          guards: { values: [names.is] },
          lookup: { values: ["factsOf"] },
          types: { types: [...types, ...ofClasses] },
        },
        plan,
      ),
      declareFunction({
        name: names.match,
        doc: "Calls the arm for the error's code: its own arm, or else the arm that its status or its retry class shares. Every code needs one of them, so the compiler names the codes that have none. A body with a known code that does not fit the table is a TypeError.",
        typeParameters: ["Arms extends PossibleArms"],
        parameters: [
          parameterDoc("error", union([named(names.error), named(names.unknown)])),
          "arms: CheckedArms<Arms>",
        ],
        returns: "ResultOf<AllArms<Arms>>",
        body: [
          "const code = statedCode(error);",
          blockDoc(ifHead(["factsOf(code) !== undefined", callDoc(`!${names.is}`, ["error"])]), [
            [callDoc("throw new TypeError", [MISFIT]), ";"],
          ]),
          "const arm = armFor(code, arms);",
          typed("// The type of the arms guarantees that there is an arm for this error."),
          ["return ", typed("(arm as (error: unknown) => ResultOf<AllArms<Arms>>)", "arm"), "(error);"],
        ],
      }),
      statedCode(code, codeKind(plan)),
      armFor(plan),
      ...declareArms(plan),
    ],
  };
}

const MISFIT = "`The body with the code ${String(code)} does not fit the table of errors.`";

/** Reads the code alone, also of a body that does not fit. */
function statedCode(code: Doc, kind: CodeKind): Item {
  return declareFunction({
    name: "statedCode",
    isLocal: true,
    parameters: ["error: unknown"],
    returns: `${kind} | undefined`,
    body: [["const code = ", code, ";"], ...stated(kind)],
  });
}

function stated(kind: CodeKind): readonly Doc[] {
  if (kind !== "string | number") return [`return typeof code === ${stringLiteral(kind)} ? code : undefined;`];
  const isCode = 'typeof code === "string" || typeof code === "number"';
  return [["return ", group([isCode, indent([LINE, "? code", LINE, ": undefined"])]), ";"]];
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
