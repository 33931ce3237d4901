// Shorthands for declarations: each knows its structure in every form that files have.
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  StructureKind,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Statement } from "../../artifact.ts";
import { docs, fitted, signature, typeText, type UntypedParts } from "./declaration-layout.ts";
import { withoutTypes } from "./javascript.ts";
import type { Form, Item } from "./module.ts";
import { type Doc, HARD_LINE, join, layout } from "./typescript-layout.ts";
import { type Comment, propertyKey } from "./typescript-literal.ts";
import { type MemberShape, named, plainTypeText, type TypeShape } from "./typescript-type.ts";

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

export function declareInterface(parts: InterfaceParts): Item {
  // Linters take an interface without members for a mistake.
  if (parts.members.length === 0) return declareAlias({ ...parts, type: named("Record<never, never>") });
  return typeItem(parts, (isExported) => interfaceStructure(parts, isExported));
}

/** The same in TypeScript and in declarations of types. */
function typeItem(
  { name, isLocal = false }: { readonly name: string; readonly isLocal?: boolean },
  structure: (isExported: boolean) => Statement,
): Item {
  return {
    kind: "item",
    name,
    isType: true,
    isExported: !isLocal,
    print: (form, isExported) => (form === "js" ? [] : [structure(isExported)]),
  };
}

function interfaceStructure(parts: InterfaceParts, isExported: boolean): InterfaceDeclarationStructure {
  return {
    kind: KIND.interface,
    name: parts.name,
    isExported,
    docs: docs(parts.doc),
    typeParameters: fitted(`${isExported ? "export " : ""}interface ${parts.name}`, parts.typeParameters ?? [], " {"),
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

export function declareAlias(parts: AliasParts): Item {
  return typeItem(parts, (isExported) => aliasStructure(parts, isExported));
}

function aliasStructure(
  { name, doc, typeParameters = [], type }: AliasParts,
  isExported: boolean,
): TypeAliasDeclarationStructure {
  const keyword = isExported ? "export type" : "type";
  const parameters = fitted(`${keyword} ${name}`, typeParameters, " =");
  const isBroken = parameters[0]?.startsWith("\n") === true;
  const list = parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
  return {
    kind: KIND.alias,
    name,
    isExported,
    docs: docs(doc),
    typeParameters: [...parameters],
    type: typeText(isBroken ? "> =" : `${keyword} ${name}${list} =`, type, 0),
  };
}

export interface SignatureParts extends UntypedParts {
  readonly returns: string | TypeShape;
}

export interface FunctionParts extends SignatureParts {
  readonly name: string;
  readonly isLocal?: boolean;
  /** What callers see; the function's own signature is then hidden from them. */
  readonly overloads?: readonly SignatureParts[];
  readonly body: readonly Doc[];
}

export function declareFunction(parts: FunctionParts): Item {
  return {
    kind: "item",
    name: parts.name,
    isType: false,
    isExported: parts.isLocal !== true,
    print: (form, isExported) => functionStructures(parts, form, isExported ? "export " : ""),
  };
}

function functionStructures(parts: FunctionParts, form: Form, exported: string): FunctionDeclarationStructure[] {
  const { name, overloads = [], body } = parts;
  const common = { kind: KIND.function, name, isExported: exported !== "" };
  const head = `${exported}function ${name}`;
  switch (form) {
    case "ts":
      return [
        {
          ...common,
          ...signature(parts, head, 2),
          overloads: overloads.map((overload) => ({ kind: KIND.overload, ...signature(overload, head, 1) })),
          statements: [bodyText(join(body, HARD_LINE))],
        },
      ];
    case "js":
      return [
        {
          ...common,
          ...signature(withoutSignatureTypes(parts), head, 2),
          statements: [bodyText(withoutTypes(join(body, HARD_LINE)))],
        },
      ];
    case "d.ts":
      return (overloads.length === 0 ? [parts] : overloads).map((overload) => ({
        ...common,
        ...signature(overload, `${exported}declare function ${name}`, 1),
        hasDeclareKeyword: true,
      }));
    default:
      return form satisfies never;
  }
}

function bodyText(body: Doc): string {
  return layout(body, 2, 2).replaceAll("\n  ", "\n");
}

/** What callers see of overloads is told by the first one. */
function withoutSignatureTypes({ doc, overloads, parameters }: FunctionParts): UntypedParts {
  const told = doc ?? overloads?.[0]?.doc;
  return { ...(told === undefined ? {} : { doc: told }), parameters: parameters.map(parameterName) };
}

/** A parameter's text begins with its name. */
function parameterName(parameter: Doc): string {
  return /^(?:\.\.\.)?[\w$]+/.exec(layout(parameter))?.[0] ?? "";
}
