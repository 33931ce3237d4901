// The codes that a source file writes out change where it is certain that they are codes of the table.
import type { ts as TypeScript } from "ts-morph";
import type { CodeUse } from "./code-literals.ts";
import type { Compiler } from "./compiler.ts";
import type { FileChanges } from "./file-changes.ts";
import { memberText, quotedAs } from "./literal-text.ts";
import type { Replacement } from "./replacements.ts";

/** Answers with a function that changes one name or literal of the value, as it is used; without a use it may be reported. */
export function codeChanger(
  file: TypeScript.SourceFile,
  replacements: readonly Replacement[],
  changes: FileChanges,
  ts: Compiler,
): (node: TypeScript.Node, value: string, use: CodeUse | undefined) => void {
  const textFor = (node: TypeScript.Node, to: string): string => {
    const { parent } = node;
    const isShort =
      ts.isShorthandPropertyAssignment(parent) || (ts.isBindingElement(parent) && parent.propertyName === undefined);
    if (isShort) return `${keyText(to)}: ${node.getText(file)}`;
    if (ts.isIdentifier(node)) return keyText(to);
    if (ts.isStringLiteralLike(node)) return quotedAs(node.getText(file), to);
    // A negative number is no key.
    return ts.isPropertyAssignment(parent) && parent.name === node ? keyText(to) : to;
  };

  /** Whether an object or a switch would have the new code twice. */
  const isRepeated = (node: TypeScript.Node, to: string): boolean => {
    const { parent } = node;
    if (ts.isCaseClause(parent))
      return parent.parent.clauses.some((one) => ts.isCaseClause(one) && textOf(one.expression) === to);
    const object = ts.isObjectLiteralElementLike(parent) && parent.name === node ? parent.parent : undefined;
    if (object === undefined || !ts.isObjectLiteralExpression(object)) return false;
    return object.properties.some(({ name }) => name !== undefined && textOf(name) === to);
  };

  const textOf = (node: TypeScript.Node): string | undefined =>
    ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;

  const undecided = (node: TypeScript.Node, value: string): void => {
    // Names and numbers mean many things.
    const one = replacements.find(({ wireFrom }) => wireFrom === value);
    if (one === undefined || !ts.isStringLiteralLike(node)) return;
    const message = `Nothing shows whether "${value}" is the code here that "${String(one.wireTo)}" replaces.`;
    changes.warn("migrate-undecided", node, message, `Write "${String(one.wireTo)}" if it is.`);
  };

  return (node, value, use) => {
    if (use === undefined) undecided(node, value);
    else {
      const { code, hasParams, isIdentifier = false } = use;
      const isOld = ({ oldIdentifier, wireFrom }: (typeof code.replacements)[number]) =>
        (isIdentifier ? oldIdentifier : String(wireFrom)) === value;
      const one = code.replacements.find(isOld);
      const to = isIdentifier ? one?.newIdentifier : one && String(one.wireTo);
      if (one === undefined || to === undefined || to === value || changes.isForPerson(node, one, hasParams)) return;
      if (!isRepeated(node, to)) changes.edit(node, textFor(node, to));
      else {
        const message = `"${to}" stands here already, beside "${value}", which it replaces.`;
        changes.warn("migrate-clash", node, message, "Merge the two by hand.");
      }
    }
  };
}

function keyText(name: string): string {
  return memberText(name) ?? (/^(?:0|[1-9]\d*)$/.test(name) ? name : JSON.stringify(name));
}
