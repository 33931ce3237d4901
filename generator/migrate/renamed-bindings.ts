// The names that a file takes from generated code become the names that they get in it.
import type { ts as TypeScript } from "ts-morph";
import type { Compiler } from "./compiler.ts";
import type { ReplacedExport } from "./generated-code.ts";
import type { Origins } from "./module-origins.ts";

export type Binding = TypeScript.ImportSpecifier | TypeScript.BindingElement;

export interface RenamedBinding {
  readonly node: Binding;
  readonly name: TypeScript.Identifier;
  readonly replaced: ReplacedExport;
  /** Whether the file has a name of its own for it, or keeps the old one because the new one is taken, or others import it: its uses stay as they are. */
  readonly keepsName: boolean;
  readonly isClash: boolean;
}

/** By symbol. */
export function renamedBindings(
  file: TypeScript.SourceFile,
  checker: TypeScript.TypeChecker,
  origins: Origins,
  ts: Compiler,
): ReadonlyMap<TypeScript.Symbol, RenamedBinding> {
  const found: (readonly [Binding, TypeScript.Identifier, ReplacedExport])[] = [];
  const taken = new Set<string>();
  const visit = (node: TypeScript.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node, ts)) taken.add(node.text);
    if ((ts.isImportSpecifier(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name)) {
      const origin = origins.of(node.name);
      const written = (node.propertyName ?? node.name).getText(file);
      // Another file may give the export on under a name of its own.
      const replaced =
        origin?.kind === "export" && origin.name === written ? origin.code.exports.get(written) : undefined;
      if (replaced !== undefined) found.push([node, node.name, replaced]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const bindings = new Map<TypeScript.Symbol, RenamedBinding>();
  const chosen = new Map<string, string>();
  for (const [node, name, replaced] of found) {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) continue;
    const isAlias = node.propertyName !== undefined;
    // The same name in another scope takes the same new one.
    const isOwnExport = !isAlias && isExported(node, ts);
    const isClash =
      !isAlias && !isOwnExport && (taken.has(replaced.to) || (chosen.get(replaced.to) ?? name.text) !== name.text);
    if (!isAlias && !isOwnExport) chosen.set(replaced.to, name.text);
    bindings.set(symbol, { node, name, replaced, keepsName: isAlias || isOwnExport || isClash, isClash });
  }
  return bindings;
}

/** `export const { isOldError } = errors`: others import the name that stands there. */
function isExported(node: TypeScript.Node, ts: Compiler): boolean {
  if (ts.isVariableStatement(node))
    return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  const isInside =
    ts.isBindingElement(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isVariableDeclarationList(node);
  return isInside && isExported(node.parent, ts);
}

/** The name of a member, or of an export, is no name that the file could have declared. */
export function isMemberName(node: TypeScript.Identifier, ts: Compiler): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isBindingElement(parent))
    return parent.propertyName === node;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isEnumMember(parent);
  return isMember && parent.name === node;
}
