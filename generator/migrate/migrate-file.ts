// A source file that uses generated code becomes edits of the places that are certain, and findings at those that a person has to decide.
import type { ts as TypeScript } from "ts-morph";
import type { SourceFile } from "../diagnostic/source.ts";
import { codeChanger } from "./code-changes.ts";
import { codeFinder } from "./code-expressions.ts";
import { literalUses } from "./code-literals.ts";
import type { LoadedCompiler } from "./compiler.ts";
import { type FileChanges, fileChanges } from "./file-changes.ts";
import type { GeneratedCode } from "./generated-code.ts";
import { findOrigins } from "./module-origins.ts";
import { nameChanger } from "./name-changes.ts";
import type { Replacement } from "./replacements.ts";
import type { SourceProgram } from "./source-programs.ts";

export interface MigrationContext {
  readonly compiler: LoadedCompiler;
  readonly codeOf: (path: string) => GeneratedCode | undefined;
  /** The replacements of every table, for literals that nothing explains. */
  readonly replacements: readonly Replacement[];
  /** By the names that their exports have in generated code, for imports that lead nowhere. */
  readonly oldNames: ReadonlyMap<string, Replacement>;
}

export function migrateFile(
  file: TypeScript.SourceFile,
  shown: SourceFile,
  source: SourceProgram,
  { compiler: { ts }, codeOf, replacements, oldNames }: MigrationContext,
): Pick<FileChanges, "edits" | "diagnostics" | "remarks"> {
  const checker = source.program.getTypeChecker();
  const origins = findOrigins(source, codeOf, ts);
  const uses = literalUses(checker, origins, codeFinder(checker, origins, codeOf, ts), ts);
  const changes = fileChanges(file, shown, ts);
  const changeName = nameChanger(file, checker, origins, changes, ts);
  const changeCode = codeChanger(file, replacements, changes, ts);
  const isJavaScript = /\.[cm]?jsx?$/.test(file.fileName);

  const visit = (node: TypeScript.Node): void => {
    if (ts.isImportSpecifier(node)) visitImport(node);
    if (ts.isIdentifier(node)) visitIdentifier(node);
    else if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) visitLiteral(node);
    ts.forEachChild(node, visit);
    // Types of JavaScript stand in its comments.
    if (isJavaScript) for (const doc of commentsOf(node)) visit(doc);
  };

  const visitImport = (node: TypeScript.ImportSpecifier): void => {
    const { text } = node.propertyName ?? node.name;
    const { moduleSpecifier } = node.parent.parent.parent;
    const replacement = oldNames.get(text);
    if (replacement === undefined || origins.module(moduleSpecifier) !== undefined) return;
    const message = `The module ${moduleSpecifier.getText(file)} is not found, so that nothing shows whether "${text}" is a name of "${replacement.from}".`;
    changes.warn(
      "migrate-undecided",
      node,
      message,
      "Install it, or make the generated code, and run the command again.",
    );
  };

  const visitIdentifier = (node: TypeScript.Identifier): void => {
    const { parent } = node;
    changeName(node);
    if (isKey(node)) changeCode(node, node.text, uses.ofKey(node));
    else if (ts.isPropertyAccessExpression(parent) && parent.name === node)
      changeCode(node, node.text, uses.ofMember(parent));
  };

  const visitLiteral = (node: TypeScript.StringLiteralLike | TypeScript.NumericLiteral): void => {
    const { parent } = node;
    if (ts.isStringLiteralLike(node)) changeName(node);
    if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent))
      return;
    if (isKey(node)) changeCode(node, node.text, uses.ofKey(node as TypeScript.PropertyName));
    else if ("name" in parent && parent.name === node) changeCode(node, node.text, undefined);
    else if (ts.isPrefixUnaryExpression(parent)) changeCode(parent, `-${node.text}`, uses.ofLiteral(parent));
    else changeCode(node, node.text, uses.ofLiteral(node));
  };

  /** The name of a property of an object literal, or of one that is taken from an object. */
  const isKey = (node: TypeScript.Node): boolean => {
    const { parent } = node;
    if (ts.isObjectLiteralElementLike(parent) && !ts.isSpreadAssignment(parent)) return parent.name === node;
    return (
      ts.isBindingElement(parent) &&
      ts.isObjectBindingPattern(parent.parent) &&
      (parent.propertyName ?? parent.name) === node
    );
  };

  visit(file);
  return changes;
}

function commentsOf(node: TypeScript.Node): readonly TypeScript.Node[] {
  return "jsDoc" in node && Array.isArray(node.jsDoc) ? (node.jsDoc as readonly TypeScript.Node[]) : [];
}
