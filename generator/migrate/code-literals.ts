// A literal, a type or the key of an object becomes the table whose code it is, where its place in the program says so.
import type { ts as TypeScript } from "ts-morph";
import { adapterName } from "../products/typescript/names.ts";
import type { CodeFinder } from "./code-expressions.ts";
import type { Compiler } from "./compiler.ts";
import type { GeneratedCode } from "./generated-code.ts";
import type { Origin, Origins } from "./module-origins.ts";

export interface CodeUse {
  readonly code: GeneratedCode;
  /** Whether the params of the error stand beside the code. */
  readonly hasParams: boolean;
  /** The key names the code by its identifier, as in `ShopErrorCodes.OrderNotFound`. */
  readonly isIdentifier?: true;
}

export interface LiteralUses {
  ofLiteral(node: TypeScript.Expression): CodeUse | undefined;
  /** The name of a property in an object literal, or of a member that is taken from one. */
  ofKey(name: TypeScript.PropertyName): CodeUse | undefined;
  /** The name behind a dot. */
  ofMember(node: TypeScript.PropertyAccessExpression): CodeUse | undefined;
}

export function literalUses(
  checker: TypeScript.TypeChecker,
  origins: Origins,
  finder: CodeFinder,
  ts: Compiler,
): LiteralUses {
  const plain = (code: GeneratedCode | undefined): CodeUse | undefined => code && { code, hasParams: false };

  /** The function, type or object of a table that an expression or the name of a type stands for. */
  const tableMember = (node: TypeScript.Node) => {
    const origin = origins.of(node);
    return origin?.kind === "export" ? origin : undefined;
  };

  const ofLiteral = (literal: TypeScript.Expression): CodeUse | undefined => {
    if (ts.isLiteralTypeNode(literal.parent)) return ofTypeLiteral(literal.parent);
    const node = outermost(literal);
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind)) {
      const other = parent.left === node ? parent.right : parent.left;
      return plain(finder.ofExpression(other));
    }
    if (ts.isCaseClause(parent) && parent.expression === node)
      return plain(finder.ofExpression(parent.parent.parent.expression));
    if (ts.isArrayLiteralExpression(parent)) {
      const found = ofSearched(outermost(parent));
      if (found !== undefined) return found;
    }
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node)
      return ofObject(origins.of(parent.expression)) ?? ofMap(parent.expression);
    if (ts.isCallExpression(parent) && parent.expression !== node)
      return ofArgument(parent, node) ?? plain(finder.ofPlace(node));
    if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent))
      return plain(finder.ofType(parent.type) ?? finder.ofPlace(node));
    return plain(finder.ofPlace(node));
  };

  /** `["A", "B"].includes(error.code)` */
  const ofSearched = ({ parent }: TypeScript.Expression): CodeUse | undefined => {
    if (!ts.isPropertyAccessExpression(parent) || !/^(?:includes|indexOf|lastIndexOf)$/.test(parent.name.text))
      return undefined;
    const { parent: call } = parent;
    const [wanted] = ts.isCallExpression(call) && call.expression === parent ? call.arguments : [];
    return wanted && plain(finder.ofExpression(wanted));
  };

  const ofArgument = (call: TypeScript.CallExpression, node: TypeScript.Expression): CodeUse | undefined => {
    const index = call.arguments.indexOf(node);
    const found = tableMember(call.expression);
    if (found === undefined) {
      const { expression: callee } = call;
      const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
      const symbol = checker.getSymbolAtLocation(name);
      return symbol?.name === "is" && index === 0 ? plain(finder.declaring(symbol)) : undefined;
    }
    const { code, name } = found;
    const { names } = code;
    if (name === names.is || name === names.isFailure) return index === 1 ? plain(code) : undefined;
    if (name === adapterName(names, "Arbitrary")) return index > 0 ? plain(code) : undefined;
    if (index !== 0) return undefined;
    const taking = [names.create, names.createFailure, names.format, names.parse];
    if (taking.includes(name)) return { code, hasParams: true };
    return name === names.find || name === names.findRetry ? plain(code) : undefined;
  };

  const ofTypeLiteral = (literal: TypeScript.LiteralTypeNode): CodeUse | undefined => {
    let node: TypeScript.Node = literal;
    while (ts.isUnionTypeNode(node.parent) || ts.isParenthesizedTypeNode(node.parent)) node = node.parent;
    const { parent } = node;
    if (ts.isIndexedAccessTypeNode(parent) && parent.indexType === node) {
      const { objectType } = parent;
      const found = ts.isTypeReferenceNode(objectType) ? tableMember(objectType.typeName) : undefined;
      return found && ofTableType(found.code, found.name);
    }
    if (!ts.isTypeReferenceNode(parent)) return undefined;
    const found = tableMember(parent.typeName);
    if (found !== undefined) return ofTableType(found.code, found.name);
    const [first] = parent.typeArguments ?? [];
    return /^(?:Extract|Exclude)$/.test(parent.typeName.getText()) && first !== node
      ? plain(finder.ofType(first))
      : undefined;
  };

  const ofTableType = (code: GeneratedCode, name: string): CodeUse | undefined => {
    const { names } = code;
    if (name === names.params || name === names.paramsByCode) return { code, hasParams: true };
    const failures = [names.failure, names.failureOptions, names.makeFailure, names.makePlainFailure];
    const others = [names.of, names.byCode, names.message, names.messageByCode, names.case, names.serviceErrorOf];
    return [...failures, ...others].includes(name) ? plain(code) : undefined;
  };

  /** The objects of the codes, of the table, of mocks, and of the failures of an operation. */
  const ofObject = (origin: Origin | undefined): CodeUse | undefined => {
    if (origin?.kind !== "export") return undefined;
    const { code, name } = origin;
    const { names } = code;
    if (name === names.codes) return { code, hasParams: false, isIdentifier: true };
    if (/^fail[^a-z]/.test(name)) return { code, hasParams: true, isIdentifier: true };
    if (name === adapterName(names, "Mocks")) return { code, hasParams: true };
    return name === names.table ? plain(code) : undefined;
  };

  const ofKey = (name: TypeScript.PropertyName): CodeUse | undefined => {
    const { parent } = name;
    if (ts.isBindingElement(parent)) {
      const { parent: pattern } = parent;
      if (!ts.isObjectBindingPattern(pattern)) return undefined;
      const { initializer } = ts.isVariableDeclaration(pattern.parent) ? pattern.parent : {};
      return ofObject(origins.ofPattern(pattern)) ?? (initializer && ofMap(initializer));
    }
    const object = parent.parent;
    if (!ts.isObjectLiteralExpression(object)) return undefined;
    const node = outermost(object);
    const call = node.parent;
    if (ts.isCallExpression(call) && call.arguments[1] === node) {
      const found = tableMember(call.expression);
      if (found !== undefined) return found.name === found.code.names.match ? plain(found.code) : undefined;
    }
    return plain(ofKeys(annotationOf(node))) ?? plain(ofRecord(checker.getContextualType(object)));
  };

  const annotationOf = ({ parent }: TypeScript.Expression): TypeScript.TypeNode | undefined =>
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAsExpression(parent)
      ? parent.type
      : undefined;

  /** Of a map whose keys are codes: `Record<ShopErrorCode, string>`, `{ [Code in ShopErrorCode]: string }`, or an alias of one. */
  const ofKeys = (type: TypeScript.TypeNode | undefined, steps = 0): GeneratedCode | undefined => {
    if (type === undefined || steps > 8) return undefined;
    if (ts.isParenthesizedTypeNode(type)) return ofKeys(type.type, steps + 1);
    if (ts.isMappedTypeNode(type)) return finder.ofType(type.typeParameter.constraint);
    if (!ts.isTypeReferenceNode(type)) return undefined;
    const [first] = type.typeArguments ?? [];
    if (type.typeName.getText() === "Record") return finder.ofType(first);
    if (/^(?:Partial|Readonly|Required)$/.test(type.typeName.getText())) return ofKeys(first, steps + 1);
    const alias = checker.getSymbolAtLocation(type.typeName)?.declarations?.find(ts.isTypeAliasDeclaration);
    return alias && ofKeys(alias.type, steps + 1);
  };

  const ofRecord = (type: TypeScript.Type | undefined): GeneratedCode | undefined => {
    const [first] = type?.aliasTypeArguments ?? [];
    if (type?.aliasSymbol?.name === "Record") return finder.declaring(first?.aliasSymbol);
    return first === undefined ? undefined : ofRecord(first);
  };

  /** Of a value that is declared as a map whose keys are codes. */
  const ofMap = (node: TypeScript.Expression): CodeUse | undefined => {
    const declared = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    const hasType = declared !== undefined && (ts.isVariableDeclaration(declared) || ts.isParameter(declared));
    return plain((hasType ? ofKeys(declared.type) : undefined) ?? ofRecord(checker.getTypeAtLocation(node)));
  };

  /** Parentheses, assertions, and branches around an expression give its value on. */
  const outermost = (node: TypeScript.Expression): TypeScript.Expression => {
    const { parent } = node;
    const isBranch = ts.isConditionalExpression(parent) && parent.condition !== node;
    const isDefault =
      ts.isBinaryExpression(parent) &&
      (parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
        parent.operatorToken.kind === ts.SyntaxKind.BarBarToken);
    const isConst = ts.isAsExpression(parent) && parent.type.getText() === "const";
    const isNegative = ts.isPrefixUnaryExpression(parent);
    const isThrough =
      isBranch ||
      isDefault ||
      isConst ||
      isNegative ||
      ts.isParenthesizedExpression(parent) ||
      ts.isNonNullExpression(parent);
    return isThrough ? outermost(parent as TypeScript.Expression) : node;
  };

  const isComparison = (kind: TypeScript.SyntaxKind): boolean =>
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken;

  return { ofLiteral, ofKey, ofMember: (node) => ofObject(origins.of(node.expression)) ?? ofMap(node.expression) };
}
