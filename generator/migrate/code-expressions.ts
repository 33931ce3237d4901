// Tells whether an expression, a type or the place of a literal holds a code of a table, by the types that generated code declares.
import type { ts as TypeScript } from "ts-morph";
import type { Compiler } from "./compiler.ts";
import type { GeneratedCode } from "./generated-code.ts";
import type { Origins } from "./module-origins.ts";

export interface CodeFinder {
  /** The code whose value the expression has, such as `error.code`. */
  ofExpression(node: TypeScript.Expression): GeneratedCode | undefined;
  ofType(node: TypeScript.TypeNode | undefined): GeneratedCode | undefined;
  /** The code that the place of an expression asks for, such as an argument of the type ShopErrorCode. */
  ofPlace(node: TypeScript.Expression): GeneratedCode | undefined;
  /** The generated code that declares a symbol. */
  declaring(symbol: TypeScript.Symbol | undefined): GeneratedCode | undefined;
}

/** Variables that are made from each other are followed so far. */
const MOST_STEPS = 12;

export function codeFinder(
  checker: TypeScript.TypeChecker,
  origins: Origins,
  codeOf: (path: string) => GeneratedCode | undefined,
  ts: Compiler,
): CodeFinder {
  const declaring = (symbol: TypeScript.Symbol | undefined): GeneratedCode | undefined => {
    for (const declaration of symbol?.declarations ?? []) {
      const code = codeOf(declaration.getSourceFile().fileName);
      if (code !== undefined) return code;
    }
    return undefined;
  };

  const isCodeName = (name: string, { model, names }: GeneratedCode): boolean =>
    name === "code" || name === model.body.code.at.at(-1) || name === names.code;

  const ofMember = (symbol: TypeScript.Symbol | undefined): GeneratedCode | undefined => {
    const code = declaring(symbol);
    return code !== undefined && symbol !== undefined && isCodeName(symbol.name, code) ? code : undefined;
  };

  const ofAlias = (type: TypeScript.Type | undefined): GeneratedCode | undefined => {
    const code = declaring(type?.aliasSymbol);
    const name = type?.aliasSymbol?.name;
    return code !== undefined && (name === code.names.code || name === code.names.wireCode) ? code : undefined;
  };

  const ofType = (node: TypeScript.TypeNode | undefined, steps = 0): GeneratedCode | undefined => {
    if (node === undefined || steps > MOST_STEPS) return undefined;
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return ofType(node.type, steps + 1);
    if (ts.isArrayTypeNode(node)) return ofType(node.elementType, steps + 1);
    if (ts.isUnionTypeNode(node)) return firstOf(node.types, (one) => ofType(one, steps + 1));
    if (ts.isIndexedAccessTypeNode(node)) {
      const { indexType } = node;
      if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) return undefined;
      const type = checker.getTypeFromTypeNode(node.objectType);
      return ofMember(checker.getPropertyOfType(type, indexType.literal.text));
    }
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const origin = origins.of(node.typeName);
    if (origin?.kind === "export") {
      const { code, name } = origin;
      return name === code.names.code || name === code.names.wireCode ? code : undefined;
    }
    const isList = /^(?:Readonly)?(?:Array|Set|Readonly|Partial|NonNullable|Promise)$/.test(node.typeName.getText());
    if (isList) return firstOf(node.typeArguments ?? [], (one) => ofType(one, steps + 1));
    const alias = checker.getSymbolAtLocation(node.typeName)?.declarations?.find(ts.isTypeAliasDeclaration);
    return ofAlias(checker.getTypeFromTypeNode(node)) ?? (alias && ofType(alias.type, steps + 1));
  };

  const ofExpression = (node: TypeScript.Expression, steps = 0): GeneratedCode | undefined => {
    if (steps > MOST_STEPS) return undefined;
    const next = (inner: TypeScript.Expression) => ofExpression(inner, steps + 1);
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node))
      return next(node.expression);
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return ofType(node.type) ?? next(node.expression);
    if (ts.isPropertyAccessExpression(node)) return ofMember(checker.getSymbolAtLocation(node.name)) ?? ofValue(node);
    if (ts.isElementAccessExpression(node)) return ofMember(checker.getSymbolAtLocation(node.argumentExpression));
    if (!ts.isIdentifier(node)) return ofValue(node);
    const symbol = checker.getSymbolAtLocation(node);
    return ofValue(node) ?? firstOf(symbol?.declarations ?? [], (one) => ofDeclaration(one, steps));
  };

  const ofDeclaration = (node: TypeScript.Declaration, steps: number): GeneratedCode | undefined => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) {
      const { type, initializer } = node;
      return (
        ofType(type) ??
        (type === undefined && initializer !== undefined ? ofExpression(initializer, steps + 1) : undefined)
      );
    }
    if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name)) return undefined;
    return ofMember(checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), name.text));
  };

  const ofValue = (node: TypeScript.Expression): GeneratedCode | undefined => {
    const type = checker.getTypeAtLocation(node);
    return ofAlias(type) ?? ofAlias(checker.getNonNullableType(type));
  };

  const ofPlace = (node: TypeScript.Expression): GeneratedCode | undefined => {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent) && parent.initializer === node && ts.isObjectLiteralExpression(parent.parent)) {
      const type = checker.getContextualType(parent.parent);
      const name = parent.name.getText().replace(/^["'](.*)["']$/, "$1");
      const found = type && ofMember(checker.getPropertyOfType(type, name));
      if (found !== undefined) return found;
    }
    const isInitializer =
      ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent);
    const declared = isInitializer && parent.initializer === node ? ofType(parent.type) : undefined;
    if (declared !== undefined) return declared;
    const type = checker.getContextualType(node);
    return type && (ofAlias(type) ?? ofAlias(checker.getNonNullableType(type)));
  };

  return { ofExpression: (node) => ofExpression(node), ofType: (node) => ofType(node), ofPlace, declaring };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
