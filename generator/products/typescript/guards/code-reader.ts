// The shape of a body becomes the function `codeOf`, by which all guards read the code of a value.
import type { BodyModel } from "../../../model/body-model.ts";
import { commonMembers } from "../../../model/body-schema.ts";
import { objectSchema } from "../../../schema/members.ts";
import { allDoc, blockDoc, callDoc, equalDoc, ifDoc, returnAll } from "../printer/code.ts";
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { UNKNOWN } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { type CheckFunctions, type ImportedChecks, importCheck, useHelper } from "./check-functions.ts";
import { checkFor } from "./schema-checks.ts";

/** Adds the function `codeOf` to the checks. */
export function declareCodeOf({ model }: Plan, functions: CheckFunctions): void {
  const { body } = model;
  const flat = flatNames(body);
  const common = commonCheck(body, functions);
  const conditions = common === undefined ? [] : [ifDoc(`!${common}(value)`, "return undefined;")];
  const steps = flat === undefined ? nestedSteps(body, conditions, functions) : flatSteps(flat, conditions);
  const remark = "// Only a getter or a proxy can throw, and neither is JSON.";
  functions.declarations.unshift(
    declareFunction({
      name: "codeOf",
      doc: "The code of a value that has the shape of an error.",
      parameters: ["value: unknown"],
      returns: "string | undefined",
      body: [[blockDoc("try {", steps), " ", blockDoc("catch {", [remark, "return undefined;"])]],
    }),
    ...(flat === undefined ? [] : [isOwn(flat), bodyType(flat)]),
  );
}

/** The conditions of the guard of one code, with as little code as possible: bundles often hold few of these guards. */
export function codeConditions({ model }: Plan, code: string, checks: ImportedChecks): readonly Doc[] {
  const flat = flatNames(model.body);
  if (flat === undefined) return [equalDoc("codeOf(value)", code)];
  const own = (name: string): string => `${importCheck("ownMember", checks)}(value, ${stringLiteral(name)})`;
  const common = commonCheck(model.body, checks);
  return [
    equalDoc(own(flat.code), code),
    `typeof ${own(flat.message)} === "string"`,
    ...(common === undefined ? [] : [callDoc(importCheck(common, checks), ["value"])]),
  ];
}

/** The names of members at the top of a body. */
interface FlatNames {
  readonly code: string;
  readonly message: string;
}

/** Engines read members fastest by plain names; undefined where a name is not plain or the members are nested. */
function flatNames(body: BodyModel): FlatNames | undefined {
  const code = body.code.at;
  const message = body.message?.at ?? [];
  if (code.length + message.length !== 2) return undefined;
  if (![...code, ...message].every((name) => isPlainName(name))) return undefined;
  return { code: code[0] ?? "", message: message[0] ?? "" };
}

/** The name of the check of the members that all bodies have; undefined where every object passes. */
function commonCheck(body: BodyModel, checks: CheckFunctions): string | undefined {
  if (body.members.length === 0) return undefined;
  const schema = objectSchema(commonMembers(body));
  const check = checkFor(schema, "CommonMembers", checks);
  return check === "isObject" ? undefined : check;
}

/** The message is checked first, so that engines see few kinds of objects where the code is read, and optimize for them. */
function flatSteps({ code, message }: FlatNames, conditions: readonly Doc[]): readonly Doc[] {
  return [
    'if (typeof value !== "object" || value === null) return undefined;',
    AS_BODY,
    ifDoc(["typeof ", BODY, `.${message} !== "string"`], "return undefined;"),
    ["const code = ", BODY, `.${code};`],
    'if (typeof code !== "string") return undefined;',
    ...conditions,
    ["return isOwn(", BODY, ") ? code : undefined;"],
  ];
}

/** TypeScript needs a variable of another type for the value. */
const BODY = typed("body", "value");
const AS_BODY = typed("const body: Body = value;");

/** Engines know which members a prototype lacks, so reading them there is faster than a search for own members. */
function isOwn({ code, message }: FlatNames): Item {
  const names = [code, message];
  const inherits = names.map((name): Doc => `base?.${name} === undefined`);
  return declareFunction({
    name: "isOwn",
    isLocal: true,
    doc: "Whether code and message are own members, as in JSON. They are if the prototype has neither of them.",
    parameters: ["body: Body"],
    returns: "boolean",
    body: [
      ["const base", typed(": Body | null"), " = Reflect.getPrototypeOf(body);"],
      ifDoc(allDoc(inherits), "return true;"),
      returnAll(names.map((name) => callDoc("Object.hasOwn", ["body", stringLiteral(name)]))),
    ],
  });
}

function bodyType({ code, message }: FlatNames): Item {
  const members = [code, message].map((name) => ({ name, type: UNKNOWN, required: false }));
  return declareInterface({ name: "Body", isLocal: true, members });
}

function nestedSteps(body: BodyModel, conditions: readonly Doc[], checks: CheckFunctions): readonly Doc[] {
  const memberOf = useHelper("memberOf", checks);
  const steps: Doc[] = [];
  const places = new Map([["[]", "value"]]);
  const place = (path: readonly string[]): string => {
    const key = JSON.stringify(path);
    const known = places.get(key);
    if (known !== undefined) return known;
    const outer = place(path.slice(0, -1));
    const name = `member${places.size}`;
    places.set(key, name);
    steps.push([`const ${name} = `, callDoc(memberOf, [outer, stringLiteral(path.at(-1) ?? "")]), ";"]);
    return name;
  };
  const text = place(body.message?.at ?? []);
  const found = place(body.code.at);
  return [
    ...steps,
    ...[...new Set([found, text])].map((each) => `if (typeof ${each} !== "string") return undefined;`),
    ...conditions,
    `return ${found};`,
  ];
}

/** Short, and not among the names that every object has. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,29}$/.test(name) && !(name in {});
}
