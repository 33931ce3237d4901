// A name in a source file becomes the export of generated code that it stands for, through imports, aliases and re-exports.
import type { ts as TypeScript } from "ts-morph";
import type { Compiler } from "./compiler.ts";
import type { GeneratedCode } from "./generated-code.ts";
import type { SourceProgram } from "./source-programs.ts";

/** An export of generated code, or a whole module. */
export type Origin =
  | { readonly kind: "export"; readonly code: GeneratedCode; readonly name: string }
  | { readonly kind: "module"; readonly file: string };

export interface Origins {
  /** The export of that name of a module, whether the module still has it or not. */
  exported(file: string, name: string): Origin | undefined;
  /** The meaning of an expression, or of the name of a type. */
  of(node: TypeScript.Node): Origin | undefined;
  /** The value that a pattern takes apart. */
  ofPattern(node: TypeScript.ObjectBindingPattern): Origin | undefined;
  /** The module that a specifier in a file leads to. */
  module(specifier: TypeScript.Node | undefined): Origin | undefined;
}

export function findOrigins(
  source: SourceProgram,
  codeOf: (path: string) => GeneratedCode | undefined,
  ts: Compiler,
): Origins {
  const checker = source.program.getTypeChecker();
  const known = new Map<string, Origin | undefined>();

  const exported = (file: string, name: string): Origin | undefined => {
    const code = codeOf(file);
    if (code !== undefined) return { kind: "export", code, name };
    const key = JSON.stringify([file, name]);
    // Modules that export each other end here.
    if (!known.has(key)) {
      known.set(key, undefined);
      known.set(key, exportedBy(file, name));
    }
    return known.get(key);
  };

  const member = (origin: Origin | undefined, name: string): Origin | undefined =>
    origin?.kind === "module" ? exported(origin.file, name) : undefined;

  const module = (specifier: TypeScript.Node | undefined): Origin | undefined => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
    const file = source.resolve(specifier.text, specifier.getSourceFile().fileName);
    return file === undefined ? undefined : { kind: "module", file };
  };

  const exportedBy = (file: string, name: string): Origin | undefined => {
    const statements = source.program.getSourceFile(file)?.statements ?? [];
    const stars: (Origin | undefined)[] = [];
    for (const statement of statements) {
      if (ts.isExpressionStatement(statement)) stars.push(exportsAll(statement.expression));
      if (!ts.isExportDeclaration(statement)) continue;
      const { exportClause: clause, moduleSpecifier } = statement;
      if (clause === undefined) stars.push(module(moduleSpecifier));
      else if (ts.isNamespaceExport(clause)) {
        if (clause.name.text === name) return module(moduleSpecifier);
      } else {
        const element = clause.elements.find((one) => one.name.text === name);
        if (element === undefined) continue;
        const inner = element.propertyName ?? element.name;
        return moduleSpecifier === undefined ? localOf(element) : member(module(moduleSpecifier), inner.text);
      }
    }
    for (const star of stars) {
      const found = member(star, name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const localOf = (element: TypeScript.ExportSpecifier): Origin | undefined => {
    const symbol = checker.getExportSpecifierLocalTargetSymbol(element);
    return symbol === undefined ? undefined : declared(symbol);
  };

  /** `module.exports = require("./errors")` */
  const exportsAll = (node: TypeScript.Expression): Origin | undefined => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
    return node.left.getText() === "module.exports" ? of(node.right) : undefined;
  };

  const declared = (symbol: TypeScript.Symbol): Origin | undefined => {
    for (const declaration of symbol.declarations ?? []) {
      const found = ofDeclaration(declaration);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const ofDeclaration = (node: TypeScript.Declaration): Origin | undefined => {
    if (ts.isImportSpecifier(node))
      return member(module(node.parent.parent.parent.moduleSpecifier), (node.propertyName ?? node.name).text);
    if (ts.isNamespaceImport(node)) return module(node.parent.parent.moduleSpecifier);
    // A default import of CommonJS is the whole module.
    if (ts.isImportClause(node)) return module(node.parent.moduleSpecifier);
    if (ts.isImportEqualsDeclaration(node)) {
      const { moduleReference } = node;
      return ts.isExternalModuleReference(moduleReference) ? module(moduleReference.expression) : of(moduleReference);
    }
    // The rest of a module is the module without some names.
    if (ts.isBindingElement(node) && node.dotDotDotToken !== undefined)
      return ts.isObjectBindingPattern(node.parent) ? sourceOf(node.parent.parent) : undefined;
    if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      return ts.isIdentifier(name) && ts.isObjectBindingPattern(node.parent)
        ? member(sourceOf(node.parent.parent), name.text)
        : undefined;
    }
    if (ts.isVariableDeclaration(node) && isConstant(node)) return node.initializer && of(node.initializer);
    return ts.isParameter(node) ? sourceOf(node) : undefined;
  };

  const isConstant = ({ parent }: TypeScript.VariableDeclaration): boolean =>
    ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) !== 0;

  /** The value that a pattern takes apart; also that of `import("./errors").then((errors) => …)`. */
  const sourceOf = (node: TypeScript.Node): Origin | undefined => {
    if (ts.isVariableDeclaration(node)) return node.initializer && of(node.initializer);
    if (ts.isBindingElement(node)) return ofDeclaration(node);
    if (!ts.isParameter(node)) return undefined;
    const { parent: callback } = node;
    const { parent: call } = callback;
    if (callback.parameters[0] !== node || !ts.isCallExpression(call) || call.arguments[0] !== callback)
      return undefined;
    const { expression: callee } = call;
    return ts.isPropertyAccessExpression(callee) && callee.name.text === "then" ? of(callee.expression) : undefined;
  };

  const of = (node: TypeScript.Node): Origin | undefined => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      return symbol === undefined ? undefined : declared(symbol);
    }
    if (ts.isPropertyAccessExpression(node)) return member(of(node.expression), node.name.text);
    if (ts.isQualifiedName(node)) return member(of(node.left), node.right.text);
    if (ts.isElementAccessExpression(node))
      return ts.isStringLiteralLike(node.argumentExpression)
        ? member(of(node.expression), node.argumentExpression.text)
        : undefined;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
      return of(node.expression);
    if (ts.isAwaitExpression(node)) return of(node.expression);
    if (!ts.isCallExpression(node)) return undefined;
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
    return isImport || isRequire ? module(node.arguments[0]) : undefined;
  };

  return { exported, of, ofPattern: ({ parent }) => sourceOf(parent), module };
}
