// Our data of declarations becomes statements, in each form of a file; all lines are broken here.
import { listDoc, listItems } from "./code.ts";
import { withoutTypes } from "./javascript.ts";
import type { Form, Item } from "./module.ts";
import type { DeclaredFunction, DeclaredMember, Signature, Statement } from "./statement.ts";
import {
  assigned,
  BOUNDARY,
  type Doc,
  group,
  HARD_LINE,
  indent,
  join,
  LINE,
  layout,
  layoutParts,
  SOFT_LINE,
} from "./typescript-layout.ts";
import { type Comment, commentLines, propertyKey } from "./typescript-literal.ts";
import { generic, isHugged, type MemberShape, NEVER, type TypeShape, typeDoc, unionLines } from "./typescript-type.ts";

interface CommonParts {
  readonly doc?: string | Comment | undefined;
  readonly typeParameters?: readonly string[];
}

interface NamedParts extends CommonParts {
  readonly name: string;
  readonly isLocal?: boolean;
}

export interface InterfaceParts extends NamedParts {
  readonly members: readonly MemberShape[];
}

export function declareInterface(parts: InterfaceParts): Item {
  const { name, typeParameters, members } = parts;
  // Linters take an interface without members for a mistake.
  if (members.length === 0) return declareAlias({ ...parts, type: generic("Record", NEVER, NEVER) });
  return typeItem(parts, (isExported, keyword) => {
    const [, list = ""] = layoutParts([`${keyword}interface ${name}`, typeList(typeParameters), " {"]);
    return {
      kind: "interface",
      name,
      isExported,
      comment: commentOf(parts.doc),
      typeParameters: list.slice(1, -1),
      members: members.map(memberOf),
    };
  });
}

/** A type is the same in TypeScript and in declarations of types. */
function typeItem(
  { name, isLocal = false }: NamedParts,
  print: (isExported: boolean, keyword: string) => Statement,
): Item {
  return {
    kind: "item",
    name,
    isType: true,
    isExported: !isLocal,
    print: (form, isExported) => (form === "js" ? [] : [print(isExported, isExported ? "export " : "")]),
  };
}

function memberOf({ name: text, type, required, doc: comment }: MemberShape): DeclaredMember {
  const name = propertyKey(text);
  const start = "readonly ".length + name.length + (required ? 0 : 1);
  return {
    name,
    isOptional: !required,
    comment: commentOf(comment),
    type: layout([": ", typeDoc(type)], { start, tail: 1, margin: 2 }),
  };
}

export interface AliasParts extends NamedParts {
  readonly type: TypeShape;
}

export function declareAlias(parts: AliasParts): Item {
  const { name, typeParameters, type } = parts;
  return typeItem(parts, (isExported, keyword) => {
    // Where there are several type parameters, formatters break them first.
    const isListed = (typeParameters?.length ?? 0) > 1;
    const aliased = isListed ? [" ", typeDoc(type)] : aliasedDoc(type);
    const head = [`${keyword}type ${name}`, typeList(typeParameters), " =", aliased];
    const [, list = "", text = ""] = layoutParts(head, { tail: 1 });
    return {
      kind: "alias",
      name,
      isExported,
      comment: commentOf(parts.doc),
      typeParameters: list.slice(1, -1),
      type: text,
    };
  });
}

function aliasedDoc(type: TypeShape): Doc {
  if (type.kind === "union" && !isHugged(type.members)) return group(indent([LINE, unionLines(type.members)]));
  return type.kind === "name" || type.kind === "reference" ? assigned(typeDoc(type)) : [" ", typeDoc(type)];
}

export interface SignatureParts extends CommonParts {
  readonly parameters: readonly Doc[];
  /** Absent in JavaScript. */
  readonly returns?: string | TypeShape;
}

export interface FunctionParts extends NamedParts, SignatureParts {
  /** The signatures that callers see; they do not see the function's own one. */
  readonly overloads?: readonly SignatureParts[];
  readonly body: readonly Doc[];
}

export function declareFunction(parts: FunctionParts): Item {
  const { name, isLocal = false } = parts;
  return {
    kind: "item",
    name,
    isType: false,
    isExported: !isLocal,
    print: (form, isExported) => functionStatements(parts, form, isExported),
  };
}

function functionStatements(parts: FunctionParts, form: Form, isExported: boolean): readonly DeclaredFunction[] {
  const { name, overloads = [], body } = parts;
  const common = { kind: "function", name, isExported, overloads: [] } as const;
  const head = `${isExported ? "export " : ""}${form === "d.ts" ? "declare " : ""}function ${name}`;
  const code = join(body, HARD_LINE);
  switch (form) {
    case "ts": {
      const printed = overloads.map((overload) => signature(overload, head, 1));
      return [{ ...common, ...signature(parts, head, 2), overloads: printed, body: layout(code, { margin: 2 }) }];
    }
    case "js": {
      const printed = signature(withoutSignatureTypes(parts), head, 2);
      return [{ ...common, ...printed, body: layout(withoutTypes(code), { margin: 2 }) }];
    }
    case "d.ts":
      return (overloads.length === 0 ? [parts] : overloads).map((one) => ({ ...common, ...signature(one, head, 1) }));
    default:
      return form satisfies never;
  }
}

/** The first overload documents all of them. */
function withoutSignatureTypes({ doc, overloads, parameters }: FunctionParts): SignatureParts {
  return { doc: doc ?? overloads?.[0]?.doc, parameters: parameters.map(parameterName) };
}

/** A parameter's text begins with its name. */
function parameterName(parameter: Doc): string {
  return /^(?:\.\.\.)?(?:[\w$]+|\[[\w$]+\])/.exec(layout(parameter))?.[0] ?? "";
}

/** Prettier breaks the type parameters first, then the parameters, then the return type. */
function signature(parts: SignatureParts, head: string, tail: number): Signature {
  const { doc, typeParameters, parameters, returns } = parts;
  const result: Doc = returns === undefined ? "" : [": ", typeof returns === "string" ? returns : typeDoc(returns)];
  const rest = group([parameterItems(parameters), BOUNDARY, result]);
  const [, types = "", list = "", returnType = ""] = layoutParts([head, typeList(typeParameters), rest], { tail });
  return {
    comment: commentOf(doc),
    typeParameters: types.slice(1, -1),
    parameters: list.slice(1, -1),
    returnType,
  };
}

/** No comma follows a rest parameter. */
function parameterItems(parameters: readonly Doc[]): Doc {
  const last = parameters.at(-1);
  if (last === undefined || !layout(last).startsWith("...")) return listItems("(", parameters, ")");
  return ["(", indent([SOFT_LINE, join(parameters, [",", LINE])]), SOFT_LINE, ")"];
}

/** Between two boundaries, with its brackets. */
function typeList(typeParameters: readonly string[] = []): Doc {
  const list = typeParameters.length === 0 ? "" : listDoc("<", typeParameters.map(typeParameterDoc), ">");
  return [BOUNDARY, list, BOUNDARY];
}

/** "Code extends string = Default": a bound or a default may have a line of its own. */
export function typeParameterDoc(text: string): Doc {
  const [, head = text, last] = /^(.* (?:extends|=)) (\S+)$/.exec(text) ?? [];
  return last === undefined ? head : [head, group(indent([LINE, last]))];
}

function commentOf(text: string | Comment | undefined): string {
  return text === undefined ? "" : commentLines(text).join("\n");
}
