// A table becomes the types of the arms of its match: possible arms, the check that each code has one, and their results.
import { blockDoc, listItems, mappedKey } from "../printer/code.ts";
import { declareTypeText, type Item } from "../printer/module.ts";
import { type Doc, group, layout } from "../printer/typescript-layout.ts";
import { propertyKey, stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan } from "../product-plan.ts";
import { armClasses, type ErrorClass } from "../types/error-classes.ts";

export function declareArms(plan: Plan): readonly Item[] {
  const { names } = plan;
  const classes = armClasses(plan);
  return [
    possibleArms(plan, classes),
    armsBy("Code", `keyof ${names.byCode}`, names.of),
    ...classes.map(({ kind, type, of }) => armsBy(kind, type, of)),
    ARM,
    CHECKED_ARMS,
    MISSING_ARMS,
    unhandledCodes(classes),
    ...HANDLED_NAMES,
    ...classes.map((each) => codesOf(plan, each)),
    restricted(classes),
    ...NO_OTHERS,
    ...allArms(classes),
    RESULT_OF,
  ];
}

function possibleArms({ names }: Plan, classes: readonly ErrorClass[]): Item {
  const members: Doc[] = classes.flatMap(({ armsDoc, arms, kind }) => [
    `/** ${armsDoc} */`,
    `readonly ${propertyKey(arms)}?: ${kind}Arms;`,
  ]);
  const block = blockDoc("type PossibleArms = CodeArms & {", [
    ...members,
    "/** The arm for errors whose codes are not in the table. */",
    arm(`readonly ${propertyKey(names.otherwise)}`, names.unknown),
    "/** No code is empty, so that only the type of all possible arms has this member. */",
    'readonly ""?: never;',
  ]);
  return declareTypeText(layout([block, ";"]));
}

function armsBy(key: string, keys: string, ofKey: string): Item {
  const member = arm(["readonly ", mappedKey(key, keys), "?"], `${ofKey}<${key}>`);
  return declareTypeText(layout([blockDoc(`type ${key}Arms = {`, [member]), ";"]));
}

function arm(head: Doc, type: string): Doc {
  return [head, ": ", group([listItems("(", [`error: ${type}`], ")"), " => unknown"]), ";"];
}

const ARM = declareTypeText("type Arm = (error: never) => unknown;");

const CHECKED_ARMS =
  declareTypeText(`/** While TypeScript infers the type of the arms, all possible arms are accepted. */
type CheckedArms<Arms extends PossibleArms> = string extends keyof Arms
  ? MissingArms<keyof CodeArms>
  : "" extends keyof Arms
    ? Arms
    : [UnhandledCodes<Arms>] extends [never]
      ? Arms & Restricted<Arms>
      : MissingArms<UnhandledCodes<Arms>>;`);

const MISSING_ARMS =
  declareTypeText(`/** Takes the place of arms that leave codes out, so that the compiler names these codes. */
type MissingArms<Code> = {
  readonly [Each in Code & PropertyKey]: "an arm";
} & Readonly<Record<string, unknown>>;`);

function unhandledCodes(classes: readonly ErrorClass[]): Item {
  const handled = [
    "`${HandledNames<Arms> & (string | number)}`",
    ...classes.map(({ kind, arms }) => `CodesOf${kind}<HandledNames<Arms[${stringLiteral(arms)}]>>`),
  ];
  const lines = handled.map((each) => `  ${handled.length > 1 ? "| " : ""}${each}\n`);
  return declareTypeText(
    `type UnhandledCodes<Arms extends PossibleArms> = Without<\n  Arms extends unknown ? keyof CodeArms : never,\n${lines.join("")}>;`,
  );
}

const HANDLED_NAMES = [
  declareTypeText(`/** A conditional type delays the loop over the codes until the arms are known. */
type Without<Code, Handled> = Code extends Handled ? never : Code;`),
  declareTypeText(`/** An optional arm handles no code, nor does an arm for any number. */
type HandledNames<Arms> = {
  [Name in keyof Arms]-?: Arms[Name] extends Arm ? Literal<Name> : never;
}[keyof Arms];`),
  declareTypeText(`type Literal<Name> = number extends Name ? never : Name;`),
];

function codesOf({ model }: Plan, { kind, of }: ErrorClass): Item {
  const code = model.body.code.at.map((name) => `[${stringLiteral(name)}]`).join("");
  return declareTypeText(
    `type CodesOf${kind}<${kind}> = ${kind} extends keyof ${kind}Arms\n  ? ${of}<${kind}>${code}\n  : never;`,
  );
}

function restricted(classes: readonly ErrorClass[]): Item {
  const head = "type Restricted<Arms extends PossibleArms> = NoOthers<Arms, PossibleArms>";
  if (classes.length === 0) return declareTypeText(`${head};`);
  const members = classes.map(({ arms, kind }) => {
    return `  readonly ${propertyKey(arms)}?: NoOthers<Arms[${stringLiteral(arms)}], ${kind}Arms>;\n`;
  });
  return declareTypeText(`${head} & {\n${members.join("")}};`);
}

const NO_OTHERS = [
  declareTypeText(`type NoOthers<Arms, Possible> = {
  readonly [Name in OtherNames<keyof Arms, Possible>]: never;
};`),
  declareTypeText(`/** Codes may be written as numbers. */
type OtherNames<Name, Possible> = Name extends keyof Possible
  ? never
  : \`\${Name & (string | number)}\` extends keyof Possible
    ? never
    : Name;`),
];

function allArms(classes: readonly ErrorClass[]): readonly Item[] {
  const members = ["Arms", ...classes.map(({ arms }) => `Arms[${stringLiteral(arms)}]`)];
  const all = members.map((each) => `Members<${each}>`).join(" | ");
  const head = "type AllArms<Arms extends PossibleArms> = Extract<";
  const extract = classes.length === 0 ? `${head}${all}, Arm>;` : `${head}\n  ${all},\n  Arm\n>;`;
  return [declareTypeText(extract), declareTypeText("type Members<Arms> = Arms[keyof Arms];")];
}

const RESULT_OF = declareTypeText(`type ResultOf<Each> = [Each] extends [(error: never) => infer Result]
  ? Result
  : never;`);
