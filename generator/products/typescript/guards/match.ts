// A table becomes a match: arms for codes, arms that whole statuses or retry classes share, and one for codes that are not in the table.

import { callDoc, ifDoc, parameterDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { armGroups, declareArms } from "./match-arms.ts";

export function declareMatch(plan: Plan, checks: CheckSet): readonly Declaration[] {
  const { names } = plan;
  return [
    declareFunction({
      name: names.match,
      doc: {
        paragraphs: [
          "Does what the arm for the error's code says: its own arm, or else the one that its status or its retry class shares. Every code needs one of them, so a new code shows where it is not handled yet.",
        ],
      },
      typeParameters: ["Arms extends PossibleArms"],
      parameters: [parameterDoc("error", union([named(names.error), named(names.unknown)])), "arms: CheckedArms<Arms>"],
      returns: "ResultOf<AllArms<Arms>>",
      body: [
        "const arm = armFor(codeOf(error), arms);",
        typed("// The types of the arms say that there is one, and that it takes this error."),
        ["return ", typed("(arm as (error: unknown) => ResultOf<AllArms<Arms>>)", "arm"), "(error);"],
      ],
    }),
    armFor(plan, checks),
    ...declareArms(plan),
  ];
}

/** Members that every object has are no arms: there may be a code that is called like one of them. */
function armFor(plan: Plan, checks: CheckSet): Declaration {
  const { names } = plan;
  useHelper("memberOf", checks);
  const groups = armGroups(plan);
  return declareFunction({
    name: "armFor",
    isLocal: true,
    parameters: ["code: string | undefined", "arms: unknown"],
    returns: "unknown",
    body: [
      "const status = statusOf(code);",
      ifDoc("code === undefined || status === undefined", [
        `return memberOf(arms, ${stringLiteral(names.otherwise)});`,
      ]),
      ...groups.map(({ member, key, shared }) => [
        `const ${shared} = `,
        callDoc("memberOf", [callDoc("memberOf", ["arms", stringLiteral(member)]), callDoc("String", [key])]),
        ";",
      ]),
      `return ${["memberOf(arms, code)", ...groups.map(({ shared }) => shared)].join(" ?? ")};`,
    ],
  });
}
