// Cuts a CommonJS module down to the statements that some of its names need. A statement stays whole or goes whole, but for the
// properties of an object that is only asked for some of them by name.
import { readFileSync } from "node:fs";
import tsMorph from "ts-morph";

const { ts } = tsMorph;

/**
 * A name is that of a declaration, or `exports.member`. The result has every name and every `name.member` that the code mentions.
 * The statements of a module that is wrapped into a function that is called at once are those of the function. With `withMembers`
 * an object that is needed has all members that statements give it, as the static members of classes.
 */
export function reachableCode(path, names, { withMembers = false } = {}) {
  const statements = unwrapped(ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true));
  const makers = new Map();
  for (const statement of statements) {
    const made = namesMade(statement);
    const objects = withMembers ? made.map((name) => name.replace(/\..*$/, "")) : [];
    for (const name of new Set([...made, ...objects])) makers.set(name, [...(makers.get(name) ?? []), statement]);
  }
  const kept = new Set();
  const mentions = new Set(names);
  // The loop also visits the names that are added while it runs.
  for (const name of mentions) {
    for (const statement of [...(makers.get(name) ?? []), ...(makers.get(name.split(".")[0]) ?? [])]) {
      if (!kept.has(statement)) for (const other of namesMentioned(statement)) mentions.add(other);
      kept.add(statement);
    }
  }
  const code = statements.filter((statement) => kept.has(statement)).map((statement) => textOf(statement, mentions));
  return { code: code.join(""), mentions };
}

function unwrapped({ statements }) {
  const calls = statements.map(({ expression }) => expression).filter((one) => one && ts.isCallExpression(one));
  const wrappers = calls.map(({ expression }) => expression.expression).filter((one) => one && ts.isArrowFunction(one));
  return wrappers.length === 1 ? wrappers[0].body.statements : statements;
}

/** The names that a statement declares or gives a value, such as `common` and `exports.Project`. */
function namesMade(statement) {
  if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return ts.isExpressionStatement(statement) ? namesAssigned(statement.expression) : [];
}

/** Enumerations are made by calls that assign in their arguments: `(function (Kind) { … })(exports.Kind || (exports.Kind = {}))`. */
function namesAssigned(node) {
  if (ts.isFunctionLike(node)) return [];
  const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const inner = childrenOf(node).flatMap(namesAssigned);
  return isAssignment ? [node.left.getText(), ...inner] : inner;
}

function namesMentioned(node) {
  if (ts.isIdentifier(node)) return isOwnName(node) ? [] : [node.text];
  if (!ts.isPropertyAccessExpression(node)) return childrenOf(node).flatMap(namesMentioned);
  return ts.isIdentifier(node.expression) ? [node.getText()] : namesMentioned(node.expression);
}

/** The name of a property, of a parameter or of another declaration stands for nothing else; a shorthand property does. */
function isOwnName(node) {
  return node.parent.name === node && !ts.isShorthandPropertyAssignment(node.parent);
}

/** Without the properties that nothing asks for, where all of its mentions ask for one. */
function textOf(statement, mentions) {
  const text = statement.getFullText();
  const [{ name, initializer } = {}] = statement.declarationList?.declarations ?? [];
  if (initializer === undefined || !ts.isObjectLiteralExpression(initializer) || mentions.has(name.text)) return text;
  const properties = initializer.properties.filter((one) => mentions.has(`${name.text}.${one.name?.getText()}`));
  return `\nvar ${name.text} = {${properties.map((one) => one.getText()).join(",")}};`;
}

function childrenOf(node) {
  const children = [];
  node.forEachChild((child) => void children.push(child));
  return children;
}
