// The shape of a body becomes the function `codeOf`, by which all guards read the code of a value.
import type { BodyModel } from "../../../model/body-model.ts";
import { commonMembers, messageAlone } from "../../../model/body-schema.ts";
import { holderSchema } from "../../../schema/members.ts";
import type { Path } from "../../../text/json/pointer.ts";
import { allDoc, blockDoc, callDoc, catchDoc, ifDoc, returnAll } from "../printer/code.ts";
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { type Doc, join, LINE, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { UNKNOWN } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { codeConditions, codeKind } from "../types/code-kind.ts";
import { type CheckFunctions, type ImportedChecks, importCheck, useHelper } from "./check-functions.ts";
import { messageCheck, textCondition } from "./message-conditions.ts";
import { checkFor } from "./schema-checks.ts";
import { stepDoc } from "./value-at.ts";

/** Said where a failure is no error of the table. */
export const REMARK = "Only a getter or a proxy can throw, and neither is JSON.";

/** Adds the function `codeOf` to the checks. */
export function declareCodeOf(plan: Plan, functions: CheckFunctions): void {
  const { body } = plan.model;
  const flat = flatNames(body);
  const common = commonCheck(body, functions);
  const members = common === undefined ? [] : [ifDoc(`!${common}(value)`, "return undefined;")];
  const { maxLength } = body.message ?? {};
  const isMessage = messageCheck(body, functions);
  const hasLengthTo =
    maxLength === undefined || isMessage !== undefined ? undefined : useHelper("hasLengthTo", functions);
  const conditions: Conditions = (message) =>
    message === undefined || hasLengthTo === undefined
      ? members
      : [ifDoc(["!", callDoc(hasLengthTo, [message, String(maxLength)])], "return undefined;"), ...members];
  const steps =
    flat === undefined
      ? nestedSteps(body, conditions, functions, isMessage)
      : flatSteps(flat, body, conditions, isMessage);
  functions.declarations.unshift(
    declareFunction({
      name: "codeOf",
      doc: "The code of a value that has the shape of an error.",
      parameters: ["value: unknown"],
      returns: `${codeKind(plan)} | undefined`,
      body: [[blockDoc("try {", steps), " ", catchDoc([`// ${REMARK}`, "return undefined;"])]],
    }),
    ...(flat === undefined ? [] : [isOwn(flat, body), bodyType(flat)]),
  );
}

/** The name of the check of bodies without a code; undefined where bodies have one. */
export function uncodedCheck({ model }: Plan, checks: ImportedChecks): string | undefined {
  const { body } = model;
  if (!body.code.isOptional) return undefined;
  const schema = holderSchema([...messageAlone(body, { type: "null" }), ...commonMembers(body)]);
  return importCheck(checkFor(schema, "Uncoded", checks), checks);
}

/** The names of members at the top of a body. */
export interface FlatNames {
  readonly code: string;
  readonly message?: string;
}

/** Engines read members fastest by plain names; undefined where a name is not plain or the members are nested. */
export function flatNames(body: BodyModel): FlatNames | undefined {
  const [code, ...inside] = body.code.at;
  const [message, ...insideMessage] = body.message?.at ?? [];
  if (code === undefined || inside.length + insideMessage.length > 0 || !isPlainName(code)) return undefined;
  if (message === undefined) return { code };
  return isPlainName(message) ? { code, message } : undefined;
}

/** The name of the check of the members that all bodies have; undefined where every object passes. */
export function commonCheck(body: BodyModel, checks: CheckFunctions): string | undefined {
  if (body.members.length === 0) return undefined;
  const schema = holderSchema(commonMembers(body));
  const check = checkFor(schema, "CommonMembers", checks);
  return check === "isObject" ? undefined : check;
}

/** The conditions on a body whose code and message have their types; the message is absent where bodies have none. */
type Conditions = (message: Doc | undefined) => readonly Doc[];

/** The message is checked first, so that engines see few kinds of objects where the code is read, and optimize for them. */
function flatSteps(
  { code, message }: FlatNames,
  body: BodyModel,
  conditions: Conditions,
  isMessage: string | undefined,
): readonly Doc[] {
  const text = message === undefined ? undefined : [BODY, `.${message}`];
  return [
    ifDoc(
      join(['typeof value !== "object"', "value === null", "Array.isArray(value)"], [" ||", LINE]),
      "return undefined;",
    ),
    AS_BODY,
    ...(text === undefined ? [] : [textCondition(text, body, isMessage)]),
    ["const code = ", BODY, `.${code};`],
    ...codeConditions("code", body),
    ...conditions(text),
    ["return isOwn(", BODY, ") ? code : undefined;"],
  ];
}

/** The type of any object whose members may be those of a body. */
export const BODY_TYPE = "Body";

/** TypeScript needs a variable of another type for the value. */
const BODY = typed("body", "value");
const AS_BODY = typed("const body: Body = value;");

/** Engines know which members a prototype lacks, so reading them there is faster than a search for own members. */
function isOwn({ code, message }: FlatNames, body: BodyModel): Item {
  const names = message === undefined ? [code] : [code, message];
  const isOptional = body.message?.isOptional ?? false;
  const inherits = names.map((name): Doc => `base.${name} === undefined`);
  const doc =
    message === undefined
      ? "Whether the code is an own member, as in JSON. It is if the prototype has none."
      : "Whether code and message are own members, as in JSON. They are if the prototype has neither of them.";
  const has = (name: string): Doc => callDoc("own.includes", [stringLiteral(name)]);
  const own =
    isOptional && message !== undefined
      ? [has(code), ["(", `body.${message} === undefined || `, has(message), ")"]]
      : names.map(has);
  return declareFunction({
    name: "isOwn",
    isLocal: true,
    doc,
    parameters: ["body: Body"],
    returns: "boolean",
    body: [
      ["const base", typed(": Body | null"), " = Reflect.getPrototypeOf(body);"],
      "if (base === null) return true;",
      ifDoc(allDoc(inherits), "return true;"),
      "const own = Reflect.ownKeys(body);",
      returnAll(own),
    ],
  });
}

function bodyType({ code, message }: FlatNames): Item {
  const names = message === undefined ? [code] : [code, message];
  const members = names.map((name) => ({ name, type: UNKNOWN, required: false }));
  return declareInterface({ name: BODY_TYPE, members });
}

function nestedSteps(
  body: BodyModel,
  conditions: Conditions,
  checks: CheckFunctions,
  isMessage: string | undefined,
): readonly Doc[] {
  const steps: Doc[] = [];
  const places = new Map([["[]", "value"]]);
  const place = (path: Path): string => {
    const key = JSON.stringify(path);
    const known = places.get(key);
    if (known !== undefined) return known;
    const outer = place(path.slice(0, -1));
    const name = `member${places.size}`;
    places.set(key, name);
    steps.push([`const ${name} = `, stepDoc(outer, path.at(-1) ?? "", (helper) => useHelper(helper, checks)), ";"]);
    return name;
  };
  const text = body.message === undefined ? undefined : place(body.message.at);
  const found = place(body.code.at);
  return [
    ...steps,
    ...codeConditions(found, body),
    ...(text === undefined || text === found ? [] : [textCondition(text, body, isMessage)]),
    ...conditions(text),
    `return ${found};`,
  ];
}

/** Short, and not among the names that every object has. */
function isPlainName(name: string | number): name is string {
  return typeof name === "string" && /^[A-Za-z_][A-Za-z0-9_]{0,29}$/.test(name) && !(name in {});
}
