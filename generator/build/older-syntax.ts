// The operators of newer JavaScript become older ones, without variables of their own: the rest is the compiler's work.
import { ts } from "ts-morph";

/** Lowers `a?.b`, `a ?? b` and assignments such as `a ??= b`. A value that is read twice has to be cheap and without effects. */
export const olderSyntax: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;

  const visit = (node: ts.Node): ts.Node => {
    if (ts.isOptionalChain(node)) return visit(withoutFirstLink(node));
    if (ts.isBinaryExpression(node)) {
      const { left, right, operatorToken } = node;
      const operator = OPERATORS.get(operatorToken.kind);
      if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
        return visit(ifNull(left, right, readTwice(left, file)));
      if (operator !== undefined) {
        const value = factory.createBinaryExpression(readTwice(left, file), operator, right);
        return visit(factory.createAssignment(left, value));
      }
    }
    return ts.visitEachChild(node, visit, context);
  };

  const ifNull = (tested: ts.Expression, then: ts.Expression, otherwise: ts.Expression): ts.Expression => {
    const isNull = factory.createBinaryExpression(tested, ts.SyntaxKind.EqualsEqualsToken, factory.createNull());
    return factory.createParenthesizedExpression(
      factory.createConditionalExpression(isNull, undefined, then, undefined, otherwise),
    );
  };

  /** `a?.b?.c` is `a == null ? undefined : a.b?.c`. */
  const withoutFirstLink = (chain: ts.OptionalChain): ts.Expression => {
    const { root, rest } = atFirstLink(chain);
    return ifNull(readTwice(root, file), factory.createIdentifier("undefined"), rest);
  };

  const atFirstLink = (chain: ts.OptionalChain): { readonly root: ts.Expression; readonly rest: ts.Expression } => {
    const { expression: inner } = chain;
    if (!ts.isOptionalChain(inner)) return { root: inner, rest: linked(chain, inner, undefined) };
    const { root, rest } = atFirstLink(inner);
    return { root, rest: linked(chain, rest, linkOf(chain)) };
  };

  const linked = (chain: ts.OptionalChain, of: ts.Expression, link: Link): ts.Expression => {
    if (ts.isCallExpression(chain)) return call(of, link, chain.arguments);
    if (ts.isElementAccessExpression(chain)) return element(of, link, chain.argumentExpression);
    if (ts.isPropertyAccessExpression(chain)) return member(of, link, chain.name);
    return of;
  };

  const call = (of: ts.Expression, link: Link, values: readonly ts.Expression[]): ts.Expression =>
    link === undefined
      ? factory.createCallExpression(of, undefined, values)
      : factory.createCallChain(of, link, undefined, values);
  const element = (of: ts.Expression, link: Link, at: ts.Expression): ts.Expression =>
    link === undefined ? factory.createElementAccessExpression(of, at) : factory.createElementAccessChain(of, link, at);
  const member = (of: ts.Expression, link: Link, name: ts.MemberName): ts.Expression =>
    link === undefined
      ? factory.createPropertyAccessExpression(of, name)
      : factory.createPropertyAccessChain(of, link, name);

  return ts.visitEachChild(file, visit, context);
};

type Link = ts.QuestionDotToken | undefined;

const OPERATORS: ReadonlyMap<ts.SyntaxKind, ts.BinaryOperator> = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.QuestionQuestionToken],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, ts.SyntaxKind.AmpersandAmpersandToken],
  [ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.BarBarToken],
]);

function linkOf(chain: ts.OptionalChain): Link {
  return ts.isNonNullExpression(chain) ? undefined : chain.questionDotToken;
}

function readTwice(node: ts.Expression, file: ts.SourceFile): ts.Expression {
  if (!isCheap(node))
    throw new Error(`"${node.getText(file)}" is read twice in older JavaScript: name its value first.`);
  return node;
}

/** Names, members and items of them, also where an index is computed. */
function isCheap(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isCheap(node.expression);
  if (ts.isPropertyAccessExpression(node)) return isCheap(node.expression);
  if (ts.isElementAccessExpression(node)) return isCheap(node.expression) && isCheap(node.argumentExpression);
  if (ts.isBinaryExpression(node)) return isCheap(node.left) && isCheap(node.right);
  if (ts.isConditionalExpression(node)) return [node.condition, node.whenTrue, node.whenFalse].every(isCheap);
  return ts.isIdentifier(node) || ts.isLiteralExpression(node) || isThis(node);
}

function isThis({ kind }: ts.Node): boolean {
  return kind === ts.SyntaxKind.ThisKeyword;
}
