// The shape of a body becomes the function that reads its code: once for all guards.
import type { BodyModel } from "../../../model/model.ts";
import { allDoc, blockDoc, callDoc, equalDoc, ifDoc, returnAll } from "../printer/code.ts";
import { declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { type Doc, typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { UNKNOWN } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { checkFor } from "./schema-checks.ts";

export function declareCodeOf({ model }: Plan, checks: CheckSet): readonly Declaration[] {
  const { body } = model;
  const flat = flatNames(body);
  const common = commonCheck(body, checks);
  const conditions = common === undefined ? [] : [ifDoc(`!${common}(value)`, "return undefined;")];
  return [
    declareFunction({
      name: "codeOf",
      isLocal: true,
      doc: "The code of a value that has the shape of an error.",
      parameters: ["value: unknown"],
      returns: "string | undefined",
      body: attempt(flat === undefined ? nestedSteps(body, conditions, checks) : flatSteps(flat, conditions)),
    }),
    ...(flat === undefined ? [] : [isOwn(flat), bodyType(flat)]),
  ];
}

/** What all guards of one code need, and no more: each is a part of somebody's bundle. */
export function codeConditions({ model }: Plan, code: string, checks: CheckSet): readonly Doc[] {
  const flat = flatNames(model.body);
  if (flat === undefined) return [equalDoc("codeOf(value)", code)];
  const own = (name: string): string => `${useHelper("ownMember", checks)}(value, ${stringLiteral(name)})`;
  const common = commonCheck(model.body, checks);
  return [
    equalDoc(own(flat.code), code),
    `typeof ${own(flat.message)} === "string"`,
    ...(common === undefined ? [] : [callDoc(common, ["value"])]),
  ];
}

/** The names of members at the top of a body. */
interface FlatNames {
  readonly code: string;
  readonly message: string;
}

/** Reading members by their own names is what engines are fastest at; undefined where that would not be safe. */
function flatNames({ code, message }: BodyModel): FlatNames | undefined {
  if (code.length + message.length !== 2) return undefined;
  if (![...code, ...message].every((name) => isPlainName(name))) return undefined;
  return { code: code[0] ?? "", message: message[0] ?? "" };
}

/** The check of the members that all bodies have, where there are any. */
function commonCheck({ properties }: BodyModel, checks: CheckSet): string | undefined {
  if (properties.length === 0) return undefined;
  const required = properties.filter((member) => member.required).map(({ name }) => name);
  const schema = {
    type: "object",
    properties: Object.fromEntries(properties.map(({ name, schema: inner }) => [name, inner])),
    required,
  };
  const check = checkFor(schema, "CommonMembers", checks);
  return check === "isObject" ? undefined : check;
}

function attempt(steps: readonly Doc[]): readonly Doc[] {
  const remark = "// Only a getter or a proxy can throw, and neither is JSON.";
  return [[blockDoc("try {", steps), " ", blockDoc("catch {", [remark, "return undefined;"])]];
}

/**
 * What has no message is no error, so the code is read from few kinds of objects only, and engines that compile this
 * know the prototypes of all of them.
 */
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

/** Only types need another name for the value. */
const BODY = typed("body", "value");
const AS_BODY = typed("const body: Body = value;");

/** Engines read what a prototype does not have from what they know of it, but look for own members each time. */
function isOwn({ code, message }: FlatNames): Declaration {
  const names = [code, message];
  const inherits = names.map((name): Doc => `base?.${name} === undefined`);
  return declareFunction({
    name: "isOwn",
    isLocal: true,
    doc: "Whether code and message are its own: what is inherited would not be in its JSON. Where its prototype has nothing of the kind they are.",
    parameters: ["body: Body"],
    returns: "boolean",
    body: [
      ["const base", typed(": Body | null"), " = Reflect.getPrototypeOf(body);"],
      ifDoc(allDoc(inherits), "return true;"),
      returnAll(names.map((name) => callDoc("Object.hasOwn", ["body", stringLiteral(name)]))),
    ],
  });
}

function bodyType({ code, message }: FlatNames): Declaration {
  const members = [code, message].map((name) => ({ name, type: UNKNOWN, required: false }));
  return declareInterface({ name: "Body", isLocal: true, members });
}

function nestedSteps({ code, message }: BodyModel, conditions: readonly Doc[], checks: CheckSet): readonly Doc[] {
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
  const text = place(message);
  const found = place(code);
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
