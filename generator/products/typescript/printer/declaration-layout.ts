// The parts of a declaration become texts that are already broken into lines where they are too long for one.
import type { FunctionDeclarationOverloadStructure } from "ts-morph";
import { textWidth } from "../../../text/text-width.ts";
import { listDoc, listItems } from "./code.ts";
import { type Doc, group, HARD_LINE, indent, join, LINE, layout } from "./typescript-layout.ts";
import { type Comment, commentLines } from "./typescript-literal.ts";
import { isHugged, isInline, type TypeShape, typeDoc, unionLines } from "./typescript-type.ts";

/** Type parameters on one line if they fit between their declaration's name and what follows them. */
export function fitted(head: string, typeParameters: readonly string[], tail: string): string[] {
  if (typeParameters.length === 0) return [];
  const fits = `${head}<${typeParameters.join(", ")}>${tail}`.length <= 80;
  const lines = layout(join(typeParameters.map(typeParameterDoc), HARD_LINE), 2, 2, 1).split(/\n {2}(?! )/);
  return fits ? [...typeParameters] : [brokenList(lines)];
}

/** "Code extends string = Default": a bound or a default may have a line of its own. */
function typeParameterDoc(text: string): Doc {
  const [, head = text, last] = /^(.* (?:extends|=)) (\S+)$/.exec(text) ?? [];
  return last === undefined ? head : [head, group(indent([LINE, last]))];
}

/** The text after `name:` or `type Name =`, broken as that line needs it; lines after the first are relative to it. */
export function typeText(head: string, type: TypeShape, column: number): string {
  const text = layout([head, column === 0 ? aliasedDoc(head, type) : [" ", typeDoc(type)]], column, column, 1);
  const after = text.slice(head.length).replaceAll(`\n${" ".repeat(column)}`, "\n");
  return after.startsWith(" ") ? after.slice(1) : after;
}

/** Formatters disagree on unions that do not fit beside their name, but would on the next line. */
export function isAwkwardUnion(name: string, type: TypeShape, keyword = "export type"): boolean {
  if (type.kind !== "union" || type.members.length > 40) return false;
  const flat = layout(join(type.members.map(typeDoc), " | "));
  const width = textWidth(flat);
  return !flat.includes("\n") && `${keyword} ${name} = `.length + width + 1 > 80 && width + 3 <= 80;
}

function aliasedDoc(head: string, type: TypeShape): Doc {
  if (type.kind === "union" && !isHugged(type.members)) return group(indent([LINE, group(unionLines(type.members))]));
  const staysOnLine =
    type.kind === "reference" ? `${head} ${type.name}<`.length <= 80 && !isInline(type) : type.kind !== "name";
  return staysOnLine ? [" ", typeDoc(type)] : group(indent([LINE, typeDoc(type)]));
}

/** A signature without a type for what it returns, as JavaScript has it. */
export interface UntypedParts {
  readonly doc?: string | Comment;
  readonly typeParameters?: readonly string[];
  /** In TypeScript with their types. */
  readonly parameters: readonly Doc[];
}

/** Formatters break the type parameters first, then the parameters, then the return type. */
export function signature(
  parts: UntypedParts & { readonly returns?: string | TypeShape },
  head: string,
  tail: number,
): Omit<FunctionDeclarationOverloadStructure, "kind"> {
  const { typeParameters = [], parameters, returns } = parts;
  const types = typeParameters.length === 0 ? "" : listDoc("<", typeParameters.map(typeParameterDoc), ">");
  const result: Doc =
    returns === undefined ? CUT : [":", CUT, " ", typeof returns === "string" ? returns : typeDoc(returns)];
  const rest = group([listItems("(", parameters, ")"), result]);
  const text = layout([head, CUT, types, CUT, rest], 0, 0, tail);
  const [, typeText = "", parameterText = "", returnText = ""] = text.split(CUT);
  return {
    docs: docs(parts.doc),
    typeParameters: typeText === "" ? [] : [typeText.slice(1, -1)],
    parameters: parameters.length === 0 ? [] : [{ name: parameterText.slice(1, returns === undefined ? -1 : -2) }],
    ...(returns === undefined ? {} : { returnType: returnText.replace(/^ /, "") }),
  };
}

/** Takes no column, and marks where the parts of a signature end. */
const CUT = "\u0001";

/** Takes the place of a whole list between its brackets. */
export function brokenList(items: readonly string[]): string {
  return `\n${items.map((item) => `  ${item},\n`).join("")}`;
}

export function docs(text: string | Comment | undefined): string[] {
  const lines = text === undefined ? [] : commentLines(text);
  return lines.length === 0 || lines[0] === "" ? [] : [lines.join("\n")];
}
