// Plain data becomes a TypeScript literal: objects one member per line, arrays on one line where they fit.
import { isList } from "../../../text/json/value.ts";
import { arrayDoc, blockDoc, listItems } from "./code.ts";
import { type ConstantParts, declareConstant, type Item } from "./module.ts";
import { assigned, type Doc, group, layout } from "./typescript-layout.ts";
import { dataKey, numberLiteral, scriptKey, stringLiteral } from "./typescript-literal.ts";

export type Data = undefined | boolean | number | string | readonly Data[] | { readonly [name: string]: Data };

/** Spells the name of a member: TypeScript and JavaScript quote different names. */
type KeyOf = (name: string) => string;

export function declareData(parts: ConstantParts, value: () => Data): Item {
  return declareConstant(parts, (head, hasTypes) => {
    return layout([head, assigned(dataDoc(value(), hasTypes ? dataKey : scriptKey)), ";"]);
  });
}

/** The text of a value at a column of a line that is indented by `depth`; `tail` columns follow its last line. */
export function dataLiteral(value: Data, depth: number, column: number, tail: number): string {
  const text = layout(dataDoc(value, dataKey), { start: column - depth, tail, margin: depth });
  return text.replaceAll("\n", `\n${" ".repeat(depth)}`);
}

/** Undefined members are left out. */
function dataDoc(value: Data, keyOf: KeyOf): Doc {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) {
    const items = value.map((item) => dataDoc(item, keyOf));
    // Prettier lays a list of lists out as a table.
    const isTable = value.length > 1 && value.every((item) => isList(item) && item.length > 1);
    return isTable ? group(listItems("[", items, "]"), true) : arrayDoc(items);
  }
  const members = Object.keys(value).flatMap((name): readonly Doc[] => {
    const member = value[name];
    if (member === undefined) return [];
    const key = keyOf(name);
    const doc = dataDoc(member, keyOf);
    // Prettier does not break after a key this short.
    return [[`${key}:`, key.length <= 4 ? [" ", doc] : assigned(doc), ","]];
  });
  return members.length === 0 ? "{}" : blockDoc("{", members);
}
