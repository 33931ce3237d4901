// Shorthands for the structures of declarations, with their texts already broken into lines where they are too long for one.
import type {
  FunctionDeclarationOverloadStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  StructureKind,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import { textWidth } from "../../render/text-width.ts";
import { type Doc, group, HARD_LINE, indent, join, LINE, layout } from "../../render/typescript-layout.ts";
import { type Comment, commentLines, propertyKey } from "../../render/typescript-literal.ts";
import {
  isHugged,
  isInline,
  type MemberShape,
  named,
  plainTypeText,
  type TypeShape,
  typeDoc,
  unionLines,
} from "../../render/typescript-type.ts";
import { listDoc, listItems } from "./code.ts";

/** The numbers that ts-morph gives the kinds of structures; the library itself is loaded only to print. */
const KIND: {
  readonly function: StructureKind.Function;
  readonly overload: StructureKind.FunctionOverload;
  readonly interface: StructureKind.Interface;
  readonly member: StructureKind.PropertySignature;
  readonly alias: StructureKind.TypeAlias;
} = { function: 13, overload: 14, interface: 19, member: 33, alias: 38 };

export interface InterfaceParts {
  readonly name: string;
  readonly doc?: string | Comment;
  readonly typeParameters?: readonly string[];
  readonly members: readonly MemberShape[];
  /** Interfaces that only map names to types are not marked readonly. */
  readonly isMap?: boolean;
  readonly isLocal?: boolean;
}

export function declareInterface(parts: InterfaceParts): InterfaceDeclarationStructure | TypeAliasDeclarationStructure {
  // Linters take an interface without members for a mistake.
  if (parts.members.length === 0) return declareAlias({ ...parts, type: named("Record<never, never>") });
  return {
    kind: KIND.interface,
    name: parts.name,
    isExported: parts.isLocal !== true,
    docs: docs(parts.doc),
    typeParameters: fitted(`export interface ${parts.name}`, parts.typeParameters ?? [], " {"),
    properties: parts.members.map((member) => declareMember(member, parts.isMap !== true)),
  };
}

function declareMember(member: MemberShape, isReadonly: boolean): PropertySignatureStructure {
  const name = member.key ?? propertyKey(member.name);
  const head = `${isReadonly ? "readonly " : ""}${name}${member.required ? "" : "?"}:`;
  return {
    kind: KIND.member,
    name,
    isReadonly,
    hasQuestionToken: !member.required,
    docs: docs(member.doc),
    // Large tables have thousands of members, and hardly any of them needs to be laid out.
    type: plainTypeText(member.type, 0) ?? typeText(head, member.type, 2),
  };
}

export interface AliasParts {
  readonly name: string;
  readonly doc?: string | Comment;
  readonly typeParameters?: readonly string[];
  readonly type: TypeShape;
  readonly isLocal?: boolean;
}

export function declareAlias({
  name,
  doc,
  typeParameters = [],
  type,
  isLocal = false,
}: AliasParts): TypeAliasDeclarationStructure {
  const keyword = isLocal ? "type" : "export type";
  const parameters = fitted(`${keyword} ${name}`, typeParameters, " =");
  const isBroken = parameters[0]?.startsWith("\n") === true;
  const list = parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
  return {
    kind: KIND.alias,
    name,
    isExported: !isLocal,
    docs: docs(doc),
    typeParameters: [...parameters],
    type: typeText(isBroken ? "> =" : `${keyword} ${name}${list} =`, type, 0),
  };
}

/** Type parameters on one line if they fit between their declaration's name and what follows them. */
function fitted(head: string, typeParameters: readonly string[], tail: string): string[] {
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
function typeText(head: string, type: TypeShape, column: number): string {
  const text = layout([head, column === 0 ? aliasedDoc(head, type) : [" ", typeDoc(type)]], column, column, 1);
  const after = text.slice(head.length).replaceAll(`\n${" ".repeat(column)}`, "\n");
  return after.startsWith(" ") ? after.slice(1) : after;
}

/** Formatters disagree on unions that do not fit beside their name, but would on the next line. */
export function isAwkwardUnion(name: string, type: TypeShape): boolean {
  if (type.kind !== "union" || type.members.length > 40) return false;
  const flat = layout(join(type.members.map(typeDoc), " | "));
  const width = textWidth(flat);
  return !flat.includes("\n") && `export type ${name} = `.length + width + 1 > 80 && width + 3 <= 80;
}

function aliasedDoc(head: string, type: TypeShape): Doc {
  if (type.kind === "union" && !isHugged(type.members)) return group(indent([LINE, group(unionLines(type.members))]));
  const staysOnLine =
    type.kind === "reference" ? `${head} ${type.name}<`.length <= 80 && !isInline(type) : type.kind !== "name";
  return staysOnLine ? [" ", typeDoc(type)] : group(indent([LINE, typeDoc(type)]));
}

export interface SignatureParts {
  readonly doc?: string | Comment;
  readonly typeParameters?: readonly string[];
  /** With their types. */
  readonly parameters: readonly Doc[];
  readonly returns: string | TypeShape;
}

export interface FunctionParts extends SignatureParts {
  readonly name: string;
  readonly isLocal?: boolean;
  /** What callers see; the function's own signature is then hidden from them. */
  readonly overloads?: readonly SignatureParts[];
  readonly body: readonly Doc[];
}

export function declareFunction(parts: FunctionParts): FunctionDeclarationStructure {
  const head = `${parts.isLocal === true ? "" : "export "}function ${parts.name}`;
  return {
    kind: KIND.function,
    name: parts.name,
    isExported: parts.isLocal !== true,
    ...signature(parts, head, 2),
    overloads: (parts.overloads ?? []).map(
      (overload): FunctionDeclarationOverloadStructure => ({ kind: KIND.overload, ...signature(overload, head, 1) }),
    ),
    statements: [layout(join(parts.body, HARD_LINE), 2, 2).replaceAll("\n  ", "\n")],
  };
}

/** Formatters break the type parameters first, then the parameters, then the return type. */
function signature(
  parts: SignatureParts,
  head: string,
  tail: number,
): Omit<FunctionDeclarationOverloadStructure, "kind"> {
  const { typeParameters = [], parameters } = parts;
  const returns = typeof parts.returns === "string" ? parts.returns : typeDoc(parts.returns);
  const types = typeParameters.length === 0 ? "" : listDoc("<", typeParameters.map(typeParameterDoc), ">");
  const rest = group([listItems("(", parameters, ")"), ":", CUT, " ", returns]);
  const text = layout([head, CUT, types, CUT, rest], 0, 0, tail);
  const [, typeText = "", parameterText = "", returnText = ""] = text.split(CUT);
  return {
    docs: docs(parts.doc),
    typeParameters: typeText === "" ? [] : [typeText.slice(1, -1)],
    parameters: parameters.length === 0 ? [] : [{ name: parameterText.slice(1, -2) }],
    returnType: returnText.replace(/^ /, ""),
  };
}

/** Takes no column, and marks where the parts of a signature end. */
const CUT = "\u0001";

/** Takes the place of a whole list between its brackets. */
export function brokenList(items: readonly string[]): string {
  return `\n${items.map((item) => `  ${item},\n`).join("")}`;
}

function docs(text: string | Comment | undefined): string[] {
  const lines = text === undefined ? [] : commentLines(text);
  return lines.length === 0 || lines[0] === "" ? [] : [lines.join("\n")];
}
