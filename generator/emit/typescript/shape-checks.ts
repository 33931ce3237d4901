// The shape of a body becomes the function that reads its code: once for all guards.
import { type Doc, typed } from "../../render/typescript-layout.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { UNKNOWN } from "../../render/typescript-type.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { blockDoc, callDoc, ifDoc } from "./code.ts";
import { declareFunction, declareInterface } from "./declarations.ts";
import type { Declaration } from "./module.ts";
import type { Plan } from "./plan.ts";
import { checkFor } from "./schema-checks.ts";

export function declareCodeOf({ model }: Plan, checks: CheckSet): readonly Declaration[] {
  const { code, message, properties } = model.body;
  const required = properties.filter((member) => member.required).map(({ name }) => name);
  const schema = {
    type: "object",
    properties: Object.fromEntries(properties.map(({ name, schema: inner }) => [name, inner])),
    required,
  };
  const common = properties.length === 0 ? "isObject" : checkFor(schema, "CommonMembers", checks);
  const conditions = common === "isObject" ? [] : [ifDoc(`!${common}(value)`, "return undefined;")];
  const isFlat = [...code, ...message].every((name) => isPlainName(name)) && code.length + message.length === 2;
  const steps = isFlat
    ? flatSteps(code[0] ?? "", message[0] ?? "", conditions)
    : nestedSteps(code, message, conditions, checks);
  const members = [code[0] ?? "", message[0] ?? ""].map((name) => ({ name, type: UNKNOWN, required: false }));
  return [
    declareFunction({
      name: "codeOf",
      isLocal: true,
      doc: "The code of a value that has the shape of an error.",
      parameters: ["value: unknown"],
      returns: "unknown",
      body: [
        [
          blockDoc("try {", steps),
          " ",
          blockDoc("catch {", ["// Only a getter or a proxy can throw, and neither is JSON.", "return undefined;"]),
        ],
      ],
    }),
    ...(isFlat ? [declareInterface({ name: "Body", isLocal: true, members })] : []),
  ];
}

/** Reading the members by their own names is what engines are fastest at. */
function flatSteps(code: string, message: string, conditions: readonly Doc[]): readonly Doc[] {
  const body = typed("body", "value");
  return [
    'if (typeof value !== "object" || value === null) return undefined;',
    typed("const body: Body = value;"),
    ifDoc(["!Object.hasOwn(", body, `, ${stringLiteral(code)})`], "return undefined;"),
    ifDoc(["!Object.hasOwn(", body, `, ${stringLiteral(message)})`], "return undefined;"),
    ifDoc(["typeof ", body, `.${message} !== "string"`], "return undefined;"),
    ...conditions,
    ["return ", body, `.${code};`],
  ];
}

function nestedSteps(
  code: readonly string[],
  message: readonly string[],
  conditions: readonly Doc[],
  checks: CheckSet,
): readonly Doc[] {
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
  return [...steps, `if (typeof ${text} !== "string") return undefined;`, ...conditions, `return ${found};`];
}

/** Short, and not among the names that every object has. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,29}$/.test(name) && !(name in {});
}
