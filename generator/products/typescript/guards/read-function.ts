// The spellings of a body that readers accept become a function that returns the error in the spelling of the table.
import type { AliasModel, BodyModel } from "../../../model/body-model.ts";
import { arrayDoc, blockDoc, callDoc, callWithList, ifDoc, keyed } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { membersOf, type Placed } from "../types/body-shape.ts";
import { union } from "../types/schema-types.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";

export function declareRead({ model, names }: Plan, checks: ImportedChecks): readonly Item[] {
  const { aliases } = model.body;
  const functions = aliases.map((_, index) => `respell${index + 1}`);
  const isError = (value: string): Doc => ifDoc(callDoc(names.is, [value]), `return ${value};`);
  const isUnknown = (value: string): Doc => ifDoc(callDoc(names.isUnknown, [value]), `return ${value};`);
  const spellings = ["for (const respell of ", arrayDoc(functions), ") {"];
  const attempt = blockDoc(spellings, ["const body = respell(value);", isError("body"), isUnknown("body")]);
  const loop = [
    blockDoc("try {", [attempt]),
    " ",
    blockDoc("catch {", ["// Only a getter or a proxy can throw, and neither is JSON."]),
  ];
  return [
    declareFunction({
      name: names.read,
      doc:
        aliases.length === 0
          ? "The error that a value is."
          : "The error that a value is. An error in another accepted spelling is returned in the spelling of the types.",
      parameters: ["value: unknown"],
      returns: union([named(names.error), named(names.unknown), named("undefined")]),
      body: [isError("value"), isUnknown("value"), ...(aliases.length === 0 ? [] : [loop]), "return undefined;"],
    }),
    ...aliases.map((alias, index) => respelling(functions[index] ?? "", alias, model.body, checks)),
  ];
}

function respelling(name: string, alias: AliasModel, body: BodyModel, checks: ImportedChecks): Item {
  const memberOf = importCheck("memberOf", checks);
  const at = (path: readonly string[]): Doc =>
    path.reduce<Doc>((value, token) => callDoc(memberOf, [value, stringLiteral(token)]), "value");
  const { code, message } = body;
  const kind = code.type === "integer" ? "number" : "string";
  // Without a place of its own the message stays where it is.
  const text = message === undefined || alias.message === undefined ? undefined : { ...message, from: alias.message };
  const placed = [
    { path: code.at, value: "code" },
    ...(text === undefined ? [] : [{ path: text.at, value: "message" }]),
  ];
  return declareFunction({
    name,
    isLocal: true,
    parameters: ["value: unknown"],
    returns: "unknown",
    body: [
      ["const code = ", at(alias.code), ";"],
      ...(text === undefined ? [] : [["const message = ", at(text.from), ";"]]),
      `if (typeof code !== ${stringLiteral(kind)}) return undefined;`,
      ...(text === undefined || text.isOptional ? [] : ['if (typeof message !== "string") return undefined;']),
      ["return ", bodyLiteral(placed, "value", [alias.code, ...(text === undefined ? [] : [text.from])], checks), ";"],
    ],
  });
}

/** An object literal: the members of `base` without those on the way to the moved values, and the placed values. */
function bodyLiteral(
  placed: readonly Placed<Doc>[],
  base: Doc,
  moved: readonly (readonly string[])[],
  checks: ImportedChecks,
): Doc {
  const kept = new Set(placed.map(({ path }) => path[0]));
  const dropped = [...new Set(moved.flatMap(([token]) => token ?? []))].filter((token) => !kept.has(token));
  const spread: Doc = [
    "...",
    callWithList(importCheck("membersWithout", checks), [base], dropped.map(stringLiteral)),
    ",",
  ];
  const members = membersOf(placed, (name, inner) => {
    const movedInside = moved.filter((path) => path[0] === name).map((path) => path.slice(1));
    return bodyLiteral(inner, callDoc("memberOf", [base, stringLiteral(name)]), movedInside, checks);
  });
  return blockDoc("{", [spread, ...members.map(([name, value]) => keyed(name, (key) => [`${key}: `, value, ","]))]);
}
