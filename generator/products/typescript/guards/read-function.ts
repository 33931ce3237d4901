// The spellings of a body that readers accept become a function that returns the error in the spelling of the table.
import type { BodyModel } from "../../../model/body-model.ts";
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

function respelling(name: string, alias: BodyModel["aliases"][number], body: BodyModel, checks: ImportedChecks): Item {
  const memberOf = importCheck("memberOf", checks);
  const at = (path: readonly string[]): Doc =>
    path.reduce<Doc>((value, token) => callDoc(memberOf, [value, stringLiteral(token)]), "value");
  const kept = new Set([body.code.at[0], body.message?.at[0]]);
  const dropped = [...new Set([alias.code[0] ?? "", alias.message?.[0] ?? ""])].filter((token) => !kept.has(token));
  const members = [
    { path: body.code.at, value: "code" },
    { path: body.message?.at ?? [], value: "message" },
  ];
  return declareFunction({
    name,
    isLocal: true,
    parameters: ["value: unknown"],
    returns: "unknown",
    body: [
      ["const code = ", at(alias.code), ";"],
      ["const message = ", at(alias.message ?? []), ";"],
      'if (typeof code !== "string") return undefined;',
      'if (typeof message !== "string") return undefined;',
      ["return ", bodyLiteral(members, "value", dropped.map(stringLiteral), checks), ";"],
    ],
  });
}

/** An object literal: the members of `base` without the dropped ones, and the placed members. */
function bodyLiteral(
  placed: readonly Placed<Doc>[],
  base: Doc,
  dropped: readonly string[],
  checks: ImportedChecks,
): Doc {
  const spread: Doc = ["...", callWithList(importCheck("membersWithout", checks), [base], dropped), ","];
  const members = membersOf(placed, (name, inner) =>
    bodyLiteral(inner, callDoc("memberOf", [base, stringLiteral(name)]), [], checks),
  );
  return blockDoc("{", [spread, ...members.map(([name, value]) => keyed(name, (key) => [`${key}: `, value, ","]))]);
}
