// A table becomes the types of the arms of its match: possible arms, the check that each code has one, and their results.
import { blockDoc, listItems, mappedKey } from "../printer/code.ts";
import { declareAlias } from "../printer/declarations.ts";
import { declareTypeText, type Item } from "../printer/module.ts";
import { type Doc, group, HARD_LINE, indent, layout } from "../printer/typescript-layout.ts";
import { propertyKey, stringLiteral, tokenLiteral } from "../printer/typescript-literal.ts";
import { codeType, generic, named, typeDoc } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";
import { type ArmClass, armClasses } from "../types/error-classes.ts";
import { union } from "../types/schema-types.ts";

export function declareArms(plan: Plan): readonly Item[] {
  const { names } = plan;
  const classes = armClasses(plan);
  const isText = codeKind(plan) === "string";
  return [
    possibleArms(plan, classes),
    armsBy("Code", `keyof ${names.byCode}`, names.of),
    ...classes.map(({ kind, type, of }) => armsBy(kind, type, of)),
    ARM,
    checkedArms(classes),
    MISSING_ARMS,
    unhandledCodes(classes, isText),
    isText ? WITHOUT : WITHOUT_INTEGERS,
    ...HANDLED_NAMES,
    ...classes.map((each) => codesOf(plan, each)),
    ...severalStatuses(plan),
    ...restricted(classes),
    ...NO_OTHERS,
    isText ? OTHER_NAMES : OTHER_NAMES_OF_INTEGERS,
    ...allArms(classes),
    RESULT_OF,
  ];
}

function possibleArms(plan: Plan, classes: readonly ArmClass[]): Item {
  const { names } = plan;
  const members: Doc[] = classes.flatMap(({ armsDoc, arms, kind }) => [
    `/** ${armsDoc}${arms === names.statusArms && hasSeveralStatuses(plan) ? NOT_SEVERAL : ""} */`,
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

const NOT_SEVERAL = " They do not take codes that come with several statuses.";

function armsBy(key: string, keys: string, ofKey: string): Item {
  const member = arm(["readonly ", mappedKey(key, keys), "?"], `${ofKey}<${key}>`);
  return declareTypeText(layout([blockDoc(`type ${key}Arms = {`, [member]), ";"]));
}

function arm(head: Doc, type: string): Doc {
  return [head, ": ", group([listItems("(", [`error: ${type}`], ")"), " => unknown"]), ";"];
}

const ARM = declareTypeText("type Arm = (error: never) => unknown;");

function checkedArms(classes: readonly ArmClass[]): Item {
  const arms = classes.length === 0 ? "Arms" : "Arms & Restricted<Arms>";
  return declareTypeText(`/** While TypeScript infers the type of the arms, all possible arms are accepted. */
type CheckedArms<Arms extends PossibleArms> = string extends keyof Arms
  ? MissingArms<keyof CodeArms>
  : "" extends keyof Arms
    ? Arms
    : [OtherNames<keyof Arms, PossibleArms>] extends [never]
      ? [UnhandledCodes<Arms>] extends [never]
        ? ${arms}
        : MissingArms<UnhandledCodes<Arms>>
      : NoOthers<Arms, PossibleArms> & Readonly<Record<string, unknown>>;`);
}

const MISSING_ARMS =
  declareTypeText(`/** Takes the place of arms that leave codes out, so that the compiler names these codes. */
type MissingArms<Code> = {
  readonly [Each in Code & PropertyKey]: "an arm";
} & Readonly<Record<string, unknown>>;`);

function unhandledCodes(classes: readonly ArmClass[], isText: boolean): Item {
  const names = "`${HandledNames<Arms> & (string | number)}`";
  const codes = classes.map(({ kind, arms }) => `CodesOf${kind}<HandledNames<Arms[${stringLiteral(arms)}]>>`);
  const handled = isText ? unionLines([names, ...codes]) : `  ${names},\n${unionLines(codes)}`;
  return declareTypeText(
    `type UnhandledCodes<Arms extends PossibleArms> = Without<\n  Arms extends unknown ? keyof CodeArms : never,\n${handled}>;`,
  );
}

function unionLines(types: readonly string[]): string {
  if (types.length === 0) return "  never\n";
  return types.map((type) => `  ${types.length > 1 ? "| " : ""}${type}\n`).join("");
}

const WITHOUT = declareTypeText(`/** A conditional type delays the loop over the codes until the arms are known. */
type Without<Code, Handled> = Code extends Handled ? never : Code;`);

/** The codes of a status do not become texts, because compilers would do that for each code before the arms are known. */
const WITHOUT_INTEGERS =
  declareTypeText(`/** A conditional type delays the loop over the codes until the arms are known. */
type Without<Code, Names, Codes> = Code extends number
  ? \`\${Code}\` extends Names
    ? never
    : Exclude<Code, Codes>
  : never;`);

const HANDLED_NAMES = [
  declareTypeText(`/** An optional arm handles no code, nor does an arm for any number. */
type HandledNames<Arms> = {
  [Name in keyof Arms]-?: Arms[Name] extends Arm ? Literal<Name> : never;
}[keyof Arms];`),
  declareTypeText(`type Literal<Name> = number extends Name ? never : Name;`),
];

function codesOf(plan: Plan, { kind, of, fact }: ArmClass): Item {
  const place = plan.model.body.code.at.map((token) => `[${tokenLiteral(token)}]`).join("");
  const codes = named(`${of}<${kind}>${place}`);
  const hasOthers = fact === "status" && hasSeveralStatuses(plan);
  const taken = hasOthers ? generic("Exclude", codes, named("CodeOfSeveralStatuses")) : codes;
  const branches = [HARD_LINE, "? ", indent(typeDoc(taken)), HARD_LINE, ": never;"];
  return declareTypeText(
    layout([`type CodesOf${kind}<${kind}> = ${kind} extends keyof ${kind}Arms`, indent(branches)]),
  );
}

function severalStatuses(plan: Plan): readonly Item[] {
  if (!hasSeveralStatuses(plan)) return [];
  const codes = plan.errors.filter(({ statuses }) => statuses.length > 1).map(({ wireCode }) => codeType(wireCode));
  const doc = "The arm of a status does not take these codes.";
  return [declareAlias({ name: "CodeOfSeveralStatuses", isLocal: true, doc, type: union(codes) })];
}

function hasSeveralStatuses({ errors }: Plan): boolean {
  return errors.some(({ statuses }) => statuses.length > 1);
}

/** Other names beside the codes are found before. */
function restricted(classes: readonly ArmClass[]): readonly Item[] {
  if (classes.length === 0) return [];
  const members = classes.map(({ arms, kind }) => {
    return `  readonly ${propertyKey(arms)}?: NoOthers<Arms[${stringLiteral(arms)}], ${kind}Arms>;\n`;
  });
  return [declareTypeText(`type Restricted<Arms extends PossibleArms> = {\n${members.join("")}};`)];
}

const NO_OTHERS = [
  declareTypeText(`/** Takes the place of arms that the table does not have, so that the compiler names them. */
type NoOthers<Arms, Possible> = {
  readonly [Name in OtherNames<keyof Arms, Possible>]: NotInTable<Name>;
};`),
  declareTypeText(`type NotInTable<Name> =
  \`\${Name & (string | number)} is not in the table of errors\`;`),
];

const OTHER_NAMES = declareTypeText(`/** Codes may be written as numbers. */
type OtherNames<Name, Possible> = Name extends keyof Possible
  ? never
  : \`\${Name & (string | number)}\` extends keyof Possible
    ? never
    : Name;`);

const OTHER_NAMES_OF_INTEGERS = declareTypeText(`/** Codes may be written as texts. */
type OtherNames<Name, Possible> = Name extends keyof Possible
  ? never
  : Name extends \`\${keyof Possible & (string | number)}\`
    ? never
    : Name;`);

function allArms(classes: readonly ArmClass[]): readonly Item[] {
  const members = ["Arms", ...classes.map(({ arms }) => `Arms[${stringLiteral(arms)}]`)];
  const all = members.map((each) => `Members<${each}>`).join(" | ");
  const head = "type AllArms<Arms extends PossibleArms> = Extract<";
  const extract = classes.length === 0 ? `${head}${all}, Arm>;` : `${head}\n  ${all},\n  Arm\n>;`;
  return [declareTypeText(extract), declareTypeText("type Members<Arms> = Arms[keyof Arms];")];
}

const RESULT_OF = declareTypeText(`type ResultOf<Each> = [Each] extends [(error: never) => infer Result]
  ? Result
  : never;`);
