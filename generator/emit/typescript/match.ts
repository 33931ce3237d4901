// A table becomes a match: one arm per code, all of them needed, and one for codes that are not in the table.
import { union } from "../../render/schema-types.ts";
import {
  choice,
  type Doc,
  group,
  HARD_LINE,
  indent,
  layout,
  SOFT_LINE,
  typed,
} from "../../render/typescript-layout.ts";
import { propertyKey, stringLiteral } from "../../render/typescript-literal.ts";
import { named } from "../../render/typescript-type.ts";
import { parameterDoc } from "./code.ts";
import { declareFunction } from "./declarations.ts";
import { type Declaration, declareTypeText } from "./module.ts";
import type { Plan } from "./plan.ts";

export function declareMatch(plan: Plan): readonly Declaration[] {
  const { names } = plan;
  const any = union([named(names.error), named(names.unknown)]);
  return [
    armsType(plan),
    declareFunction({
      name: names.match,
      doc: `Does what the arm for the error's code says. Every code needs its arm, so a new code shows where it is not handled yet.`,
      typeParameters: ["Result"],
      parameters: [parameterDoc("error", any), `arms: ${names.arms}<Result>`],
      returns: "Result",
      body: [
        "const code = codeOf(error);",
        typed("const byCode: Readonly<Record<string, unknown>> = arms;"),
        'const isKnown = typeof code === "string" && statusOf(code) !== undefined;',
        [`const arm = `, typed("byCode", "arms"), `[isKnown ? code : ${stringLiteral(names.otherwise)}];`],
        typed("// The arm that is named like the code takes the error with that code."),
        ["return ", typed("(arm as (error: unknown) => Result)", "arm"), "(error);"],
      ],
    }),
  ];
}

function armsType({ names }: Plan): Declaration {
  const arm = (head: Doc, type: string): Doc => [
    head,
    ": ",
    group(["(", indent([SOFT_LINE, `error: ${type}`]), choice(",", ""), SOFT_LINE, ") => Result"]),
    ";",
  ];
  const members = arm(
    ["readonly ", group(["[", indent([SOFT_LINE, `Code in keyof ${names.byCode}`]), SOFT_LINE, "]"])],
    `${names.of}<Code>`,
  );
  const otherwise = arm(`readonly ${propertyKey(names.otherwise)}`, names.unknown);
  const text = layout([
    "/** What to do about each error. */",
    HARD_LINE,
    `export type ${names.arms}`,
    group(["<", indent([SOFT_LINE, "Result"]), choice(",", ""), SOFT_LINE, ">"]),
    " = {",
    indent([HARD_LINE, members]),
    HARD_LINE,
    "} & {",
    indent([HARD_LINE, "/** Takes the errors whose codes are not in the table. */", HARD_LINE, otherwise]),
    HARD_LINE,
    "};",
  ]);
  return declareTypeText(names.arms, text, true);
}
