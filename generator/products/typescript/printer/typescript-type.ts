// TypeScript types as data become code, laid out as Prettier lays it out.
import type { WireCode } from "../../../model/body-model.ts";
import { choice, type Doc, group, HARD_LINE, indent, join, LINE, SOFT_LINE } from "./typescript-layout.ts";
import { type Comment, codeLiteral, commentLines, propertyKey, stringLiteral } from "./typescript-literal.ts";

export type TypeShape =
  | { readonly kind: "name"; readonly text: string; readonly base?: Base }
  /** A generic type with its arguments. */
  | { readonly kind: "reference"; readonly name: string; readonly arguments: readonly TypeShape[] }
  | { readonly kind: "union"; readonly members: readonly TypeShape[] }
  | { readonly kind: "array"; readonly item: TypeShape }
  | {
      readonly kind: "tuple";
      readonly items: readonly TypeShape[];
      /** How many of the items are always there. */
      readonly required: number;
      readonly rest?: TypeShape;
      /** Absent: it is readonly. */
      readonly isWritable?: boolean;
    }
  | { readonly kind: "object"; readonly members: readonly MemberShape[]; readonly index?: TypeShape };

/** The kind of the JSON values that a name stands for; names for values of several kinds have none. */
export type Base = "string" | "number" | "boolean" | "null" | "object" | "array";

export interface MemberShape {
  readonly name: string;
  readonly type: TypeShape;
  readonly required: boolean;
  readonly doc?: string | Comment | undefined;
}

export function named(text: string, base?: Base): TypeShape {
  return base === undefined ? { kind: "name", text } : { kind: "name", text, base };
}

export function generic(name: string, ...types: readonly TypeShape[]): TypeShape {
  return { kind: "reference", name, arguments: types };
}

export function readonlyRecord(key: TypeShape, value: TypeShape): TypeShape {
  return generic("Readonly", generic("Record", key, value));
}

export function orUndefined(type: TypeShape): TypeShape {
  return { kind: "union", members: [type, named("undefined")] };
}

/** A type that holds the one string. */
export function literalType(text: string): TypeShape {
  return named(stringLiteral(text), "string");
}

/** A type that holds the one code. */
export function codeType(code: WireCode): TypeShape {
  return named(codeLiteral(code), typeof code === "number" ? "number" : "string");
}

export const UNKNOWN = named("unknown");
export const NEVER = named("never");
export const STRING = named("string", "string");
export const NUMBER = named("number", "number");

export function member(name: string, type: TypeShape, doc?: string | Comment): MemberShape {
  return { name, type, required: true, doc };
}

export function optionalMember(name: string, type: TypeShape, doc?: string | Comment): MemberShape {
  return { name, type, required: false, doc };
}

/** To stand after `name: ` or `type Name = `. */
export function typeDoc(shape: TypeShape): Doc {
  switch (shape.kind) {
    case "name":
      return shape.text;
    case "reference":
      return referenceDoc(shape.name, shape.arguments);
    case "union":
      return isHugged(shape.members)
        ? join(shape.members.map(typeDoc), " | ")
        : group(indent([SOFT_LINE, unionLines(shape.members)]));
    case "array":
      return ["readonly ", itemDoc(shape.item), "[]"];
    case "tuple":
      return [shape.isWritable ? "" : "readonly ", tupleDoc(shape.items, shape.required, shape.rest)];
    case "object":
      return objectDoc(shape.members, shape.index);
    default:
      return shape satisfies never;
  }
}

/** The lines of a documentation comment as they stand before a member. */
export function docComment(text: string | Comment): readonly string[] {
  const lines = commentLines(text);
  if (lines.length > 1) return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
  return lines[0] === undefined || lines[0] === "" ? [] : [`/** ${lines[0]} */`];
}

/** A lone argument that is a name or a literal is never broken off. */
function isInline(shape: TypeShape): boolean {
  if (shape.kind !== "reference") return shape.kind === "name";
  const [only, second] = shape.arguments;
  return second === undefined && only?.kind === "name" && /^(?:["'`].*|\w+)$/.test(only.text);
}

function referenceDoc(name: string, types: readonly TypeShape[]): Doc {
  const [only] = types;
  if (only?.kind === "name" && isInline(generic(name, ...types))) return `${name}<${only.text}>`;
  const inner = types.map((type) => (type.kind === "union" ? unionLines(type.members) : typeDoc(type)));
  return group([name, "<", indent([SOFT_LINE, join(inner, [",", LINE])]), SOFT_LINE, ">"]);
}

/** On one line, or each member on a line of its own. */
export function unionLines(members: readonly TypeShape[]): Doc {
  const lines = members.map((member) => indent(typeDoc(member)));
  return group([choice("| ", ""), join(lines, [LINE, "| "])]);
}

/** Prettier keeps the brace or bracket of a type on the line where null is its only alternative. */
export function isHugged(members: readonly TypeShape[]): boolean {
  const others = members.filter((member) => !(member.kind === "name" && member.text === "null"));
  const [only] = others;
  const isName = only?.kind === "name" && only.base === "object";
  return (
    members.length === 2 && others.length === 1 && (isName || only?.kind === "object" || only?.kind === "reference")
  );
}

function itemDoc(item: TypeShape): Doc {
  if (item.kind === "union" && !isHugged(item.members))
    return ["(", group([indent([SOFT_LINE, unionLines(item.members)]), SOFT_LINE]), ")"];
  const needsBrackets = item.kind === "union" || item.kind === "array" || item.kind === "tuple";
  return needsBrackets ? ["(", typeDoc(item), ")"] : typeDoc(item);
}

function tupleDoc(items: readonly TypeShape[], required: number, rest: TypeShape | undefined): Doc {
  const isAlone = items.length === 1 && rest === undefined;
  const docs = items.map((item, index): Doc => {
    if (index >= required) return [itemDoc(item), "?"];
    if (item.kind !== "union" || isHugged(item.members)) return typeDoc(item);
    const lines = unionLines(item.members);
    return isAlone ? lines : group([indent([choice(["(", SOFT_LINE], ""), lines]), SOFT_LINE, choice(")", "")]);
  });
  if (rest !== undefined) docs.push(["...", itemDoc(rest), "[]"]);
  return group(["[", indent([SOFT_LINE, join(docs, [",", LINE])]), choice(",", ""), SOFT_LINE, "]"]);
}

function objectDoc(members: readonly MemberShape[], index: TypeShape | undefined): Doc {
  const lines = members.flatMap(memberLines);
  if (index !== undefined) lines.push(["readonly [name: string]: ", typeDoc(index), ";"]);
  return ["{", indent([HARD_LINE, join(lines, HARD_LINE)]), HARD_LINE, "}"];
}

/** The lines of a member, after those of its comment. */
export function memberLines({ name, type, required, doc }: MemberShape): readonly Doc[] {
  const comment = doc === undefined ? [] : docComment(doc);
  return [...comment, ["readonly ", propertyKey(name), required ? ": " : "?: ", typeDoc(type), ";"]];
}
