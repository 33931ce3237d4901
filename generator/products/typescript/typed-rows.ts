// Data by code becomes a constant and its type: TypeScript computes the type, and declarations of types spell it out.
import type { WireCode } from "../../model/body-model.ts";
import { type KeyOf, rowKey } from "./messages/code-rows.ts";
import { declareText, type Item } from "./printer/module.ts";
import { declareTypeMap } from "./printer/type-map.ts";
import { type Data, memberLine } from "./printer/typescript-data.ts";
import { codeKey, dataKey, numberLiteral, scriptKey } from "./printer/typescript-literal.ts";
import { literalType, member, named, type TypeShape } from "./printer/typescript-type.ts";

export interface CodedData {
  readonly code: WireCode;
  readonly data: Data;
}

export interface TypedRows {
  readonly name: string;
  readonly typeName: string;
  readonly doc: string;
  readonly rows: readonly CodedData[];
}

export function declareTypedRows({ name, typeName, doc, rows }: TypedRows): readonly Item[] {
  const type: Item = {
    kind: "item",
    name: typeName,
    isType: true,
    isExported: true,
    print: (form, isExported) => {
      if (form === "ts") return [`${isExported ? "export " : ""}type ${typeName} = typeof ${name};`];
      const types = rows.map(({ code, data }) => ({ ...member("", typeOfData(data)), key: codeKey(code) }));
      return declareTypeMap({ name: typeName, doc, rows: types }).print(form, isExported);
    },
  };
  const constant = declareText(name, { isExported: true, isType: false }, (form, isExported) => {
    const keyword = isExported ? "export " : "";
    if (form === "d.ts") return `${keyword}declare const ${name}: ${typeName};`;
    const keyOf: KeyOf = form === "ts" ? dataKey : scriptKey;
    const lines = rows.map(({ code, data }) => memberLine(rowKey(code, keyOf), data, 2, keyOf));
    const text = lines.length === 0 ? "{}" : `{${lines.join("")}\n}`;
    return `${keyword}const ${name} = ${text}${form === "ts" ? " as const" : ""};`;
  });
  return [type, constant];
}

function typeOfData(data: Data): TypeShape {
  if (typeof data === "string") return literalType(data);
  if (typeof data === "number") return named(numberLiteral(data), "number");
  if (typeof data === "boolean") return named(String(data), "boolean");
  if (Array.isArray(data)) return { kind: "tuple", items: data.map(typeOfData), required: data.length };
  const members = Object.entries(data as Readonly<Record<string, Data>>);
  return { kind: "object", members: members.map(([name, value]) => member(name, typeOfData(value))) };
}
