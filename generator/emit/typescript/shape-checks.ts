// The shape of a body becomes the function that reads its code: once for all guards.
import type { BodyModel } from "../../model/model.ts";
import { type Doc, typed } from "../../render/typescript-layout.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { UNKNOWN } from "../../render/typescript-type.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { allDoc, blockDoc, callDoc, ifDoc, returnAll } from "./code.ts";
import { declareFunction, declareInterface } from "./declarations.ts";
import type { Declaration } from "./module.ts";
import type { Plan } from "./plan.ts";
import { checkFor } from "./schema-checks.ts";

export function declareCodeOf({ model }: Plan, checks: CheckSet): readonly Declaration[] {
  const { body } = model;
  const flat = flatNames(body);
  const conditions = commonConditions(body, "undefined", checks);
  return [
    declareFunction({
      name: "codeOf",
      isLocal: true,
      doc: "The code of a value that has the shape of an error.",
      parameters: ["value: unknown"],
      returns: "string | undefined",
      body: attempt(
        flat === undefined ? nestedSteps(body, conditions, checks) : flatSteps(flat, conditions),
        "undefined",
      ),
    }),
    ...(flat === undefined ? [] : [isOwn(flat), bodyType(flat)]),
  ];
}

/** The whole of what most guards need, so that it is short. */
export function declareHasCode({ model }: Plan, checks: CheckSet): readonly Declaration[] {
  const flat = flatNames(model.body);
  const steps = flat === undefined ? [] : ownSteps(flat, commonConditions(model.body, "false", checks));
  return [
    declareFunction({
      name: "hasCode",
      isLocal: true,
      doc: "Whether a value has the shape of an error with this code.",
      parameters: ["value: unknown", "code: string"],
      returns: "boolean",
      body: flat === undefined ? ["return codeOf(value) === code;"] : attempt(steps, "false"),
    }),
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

function commonConditions({ properties }: BodyModel, otherwise: string, checks: CheckSet): readonly Doc[] {
  const required = properties.filter((member) => member.required).map(({ name }) => name);
  const schema = {
    type: "object",
    properties: Object.fromEntries(properties.map(({ name, schema: inner }) => [name, inner])),
    required,
  };
  const common = properties.length === 0 ? "isObject" : checkFor(schema, "CommonMembers", checks);
  return common === "isObject" ? [] : [ifDoc(`!${common}(value)`, `return ${otherwise};`)];
}

function attempt(steps: readonly Doc[], otherwise: string): readonly Doc[] {
  const remark = "// Only a getter or a proxy can throw, and neither is JSON.";
  return [[blockDoc("try {", steps), " ", blockDoc("catch {", [remark, `return ${otherwise};`])]];
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

function ownSteps({ code, message }: FlatNames, conditions: readonly Doc[]): readonly Doc[] {
  return [
    'if (typeof value !== "object" || value === null) return false;',
    AS_BODY,
    ["if (", BODY, `.${code} !== code) return false;`],
    ifDoc(["typeof ", BODY, `.${message} !== "string"`], "return false;"),
    ...conditions,
    returnAll([code, message].map((name) => callDoc("Object.hasOwn", [BODY, stringLiteral(name)]))),
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
