// A table becomes the types of the arms of its match: possible arms, the check that each code has one, and their results.

import { blockDoc, mappedKey } from "../printer/code.ts";
import { declareTypeText, type Item } from "../printer/module.ts";
import { choice, type Doc, group, HARD_LINE, indent, join, layout, SOFT_LINE } from "../printer/typescript-layout.ts";
import { propertyKey, stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan } from "../product-plan.ts";

/** Arms that several codes share. */
export interface ArmGroup {
  /** The member of the arms that holds them. */
  readonly member: string;
  /** The member of a code's group that is the key of its arm. */
  readonly fact: "status" | "retry";
  readonly shared: string;
  /** "Status" or "Retry", as in the names of types. */
  readonly kind: string;
  readonly doc: string;
  /** The types of all keys, and of the errors with one of them. */
  readonly keys: string;
  readonly ofKey: string;
}

/** In the order of their precedence. */
export function armGroups({ names, byStatus, errors }: Plan): readonly ArmGroup[] {
  const ofStatus: ArmGroup = {
    member: names.statusArms,
    fact: "status",
    shared: "ofStatus",
    kind: "Status",
    doc: "Arms for the errors of a status whose codes have no arms of their own.",
    keys: names.status,
    ofKey: names.ofStatus,
  };
  const ofRetry: ArmGroup = {
    member: names.retryArms,
    fact: "retry",
    shared: "ofRetry",
    kind: "Retry",
    doc: "Arms for the errors of a retry class that have no other arm.",
    keys: names.retry,
    ofKey: names.ofRetry,
  };
  return [
    ...(byStatus.size > 0 ? [ofStatus] : []),
    ...(errors.some(({ retry }) => retry !== undefined) ? [ofRetry] : []),
  ];
}

export function declareArms(plan: Plan): readonly Item[] {
  const { names } = plan;
  const groups = armGroups(plan);
  return [
    possibleArms(plan, groups),
    armsBy("Code", `keyof ${names.byCode}`, names.of),
    ...groups.map(({ kind, keys, ofKey }) => armsBy(kind, keys, ofKey)),
    ARM,
    CHECKED_ARMS,
    MISSING_ARMS,
    unhandledCodes(groups),
    ...HANDLED_NAMES,
    ...groups.map((each) => codesOf(plan, each)),
    restricted(groups),
    ...NO_OTHERS,
    ...allArms(groups),
    RESULT_OF,
  ];
}

function possibleArms({ names }: Plan, groups: readonly ArmGroup[]): Item {
  const members: Doc[] = groups.flatMap(({ doc, member, kind }) => [
    `/** ${doc} */`,
    `readonly ${propertyKey(member)}?: ${kind}Arms;`,
  ]);
  const text = layout([
    "type PossibleArms = CodeArms & {",
    indent([
      HARD_LINE,
      join(
        [
          ...members,
          "/** The arm for errors whose codes are not in the table. */",
          arm(`readonly ${propertyKey(names.otherwise)}`, names.unknown),
          "/** No code is empty, so that only the type of all possible arms has this member. */",
          'readonly ""?: never;',
        ],
        HARD_LINE,
      ),
    ]),
    HARD_LINE,
    "};",
  ]);
  return declareTypeText("PossibleArms", text);
}

function armsBy(key: string, keys: string, ofKey: string): Item {
  const member = arm(["readonly ", mappedKey(key, keys), "?"], `${ofKey}<${key}>`);
  return declareTypeText(`${key}Arms`, layout([blockDoc(`type ${key}Arms = {`, [member]), ";"]));
}

function arm(head: Doc, type: string): Doc {
  return [
    head,
    ": ",
    group(["(", indent([SOFT_LINE, `error: ${type}`]), choice(",", ""), SOFT_LINE, ") => unknown"]),
    ";",
  ];
}

const ARM = declareTypeText("Arm", "type Arm = (error: never) => unknown;");

const CHECKED_ARMS = declareTypeText(
  "CheckedArms",
  `/** While TypeScript infers the type of the arms, all possible arms are accepted. */
type CheckedArms<Arms extends PossibleArms> = string extends keyof Arms
  ? MissingArms<keyof CodeArms>
  : "" extends keyof Arms
    ? Arms
    : [UnhandledCodes<Arms>] extends [never]
      ? Arms & Restricted<Arms>
      : MissingArms<UnhandledCodes<Arms>>;`,
);

const MISSING_ARMS = declareTypeText(
  "MissingArms",
  `/** Takes the place of arms that leave codes out, so that the compiler names these codes. */
type MissingArms<Code> = {
  readonly [Each in Code & PropertyKey]: "an arm";
} & Readonly<Record<string, unknown>>;`,
);

function unhandledCodes(groups: readonly ArmGroup[]): Item {
  const handled = [
    "`${HandledNames<Arms> & (string | number)}`",
    ...groups.map(({ kind, member }) => `CodesOf${kind}<HandledNames<Arms[${stringLiteral(member)}]>>`),
  ];
  const lines = handled.map((each) => `  ${handled.length > 1 ? "| " : ""}${each}\n`);
  return declareTypeText(
    "UnhandledCodes",
    `type UnhandledCodes<Arms extends PossibleArms> = Without<\n  Arms extends unknown ? keyof CodeArms : never,\n${lines.join("")}>;`,
  );
}

const HANDLED_NAMES = [
  declareTypeText(
    "Without",
    `/** A conditional type delays the loop over the codes until the arms are known. */
type Without<Code, Handled> = Code extends Handled ? never : Code;`,
  ),
  declareTypeText(
    "HandledNames",
    `/** An optional arm handles no code, nor does an arm for any number. */
type HandledNames<Arms> = {
  [Name in keyof Arms]-?: Arms[Name] extends Arm ? Literal<Name> : never;
}[keyof Arms];`,
  ),
  declareTypeText("Literal", `type Literal<Name> = number extends Name ? never : Name;`),
];

function codesOf({ model }: Plan, { kind, ofKey }: ArmGroup): Item {
  const code = model.body.code.map((name) => `[${stringLiteral(name)}]`).join("");
  return declareTypeText(
    `CodesOf${kind}`,
    `type CodesOf${kind}<${kind}> = ${kind} extends keyof ${kind}Arms\n  ? ${ofKey}<${kind}>${code}\n  : never;`,
  );
}

function restricted(groups: readonly ArmGroup[]): Item {
  const head = "type Restricted<Arms extends PossibleArms> = NoOthers<Arms, PossibleArms>";
  if (groups.length === 0) return declareTypeText("Restricted", `${head};`);
  const members = groups.map(({ member, kind }) => {
    return `  readonly ${propertyKey(member)}?: NoOthers<Arms[${stringLiteral(member)}], ${kind}Arms>;\n`;
  });
  return declareTypeText("Restricted", `${head} & {\n${members.join("")}};`);
}

const NO_OTHERS = [
  declareTypeText(
    "NoOthers",
    `type NoOthers<Arms, Possible> = {
  readonly [Name in OtherNames<keyof Arms, Possible>]: never;
};`,
  ),
  declareTypeText(
    "OtherNames",
    `/** Codes may be written as numbers. */
type OtherNames<Name, Possible> = Name extends keyof Possible
  ? never
  : \`\${Name & (string | number)}\` extends keyof Possible
    ? never
    : Name;`,
  ),
];

function allArms(groups: readonly ArmGroup[]): readonly Item[] {
  const members = ["Arms", ...groups.map(({ member }) => `Arms[${stringLiteral(member)}]`)];
  const all = members.map((each) => `Members<${each}>`).join(" | ");
  const head = "type AllArms<Arms extends PossibleArms> = Extract<";
  const extract = groups.length === 0 ? `${head}${all}, Arm>;` : `${head}\n  ${all},\n  Arm\n>;`;
  return [declareTypeText("AllArms", extract), declareTypeText("Members", "type Members<Arms> = Arms[keyof Arms];")];
}

const RESULT_OF = declareTypeText(
  "ResultOf",
  `type ResultOf<Each> = [Each] extends [(error: never) => infer Result]
  ? Result
  : never;`,
);
