// The names that a source file takes from generated code change where they are taken, used and given on.
import type { ts as TypeScript } from "ts-morph";
import type { Compiler } from "./compiler.ts";
import { type FileChanges, staysForPerson } from "./file-changes.ts";
import type { ReplacedExport } from "./generated-code.ts";
import { quotedAs } from "./literal-text.ts";
import type { Origin, Origins } from "./module-origins.ts";
import { isMemberName, type RenamedBinding, renamedBindings } from "./renamed-bindings.ts";

/** Answers with a function that changes one identifier, or one literal that names a member: `errors["isOldError"]`. */
export function nameChanger(
  file: TypeScript.SourceFile,
  checker: TypeScript.TypeChecker,
  origins: Origins,
  changes: FileChanges,
  ts: Compiler,
): (node: TypeScript.Identifier | TypeScript.StringLiteralLike) => void {
  const bindings = renamedBindings(file, checker, origins, ts);

  const replacedOf = (origin: Origin | undefined): ReplacedExport | undefined =>
    origin?.kind === "export" ? origin.code.exports.get(origin.name) : undefined;

  const isKept = ({ replaced: { replacement, hasParams } }: RenamedBinding): boolean =>
    staysForPerson(replacement, hasParams);

  const takenIn = (binding: RenamedBinding): void => {
    const { node, name, replaced, keepsName, isClash } = binding;
    if (isKept(binding)) return;
    if (node.propertyName !== undefined) changes.edit(node.propertyName, replaced.to);
    else if (!keepsName) changes.edit(name, replaced.to);
    else if (!isClash) changes.edit(name, `${replaced.to}: ${name.text}`);
    else {
      changes.edit(
        name,
        ts.isImportSpecifier(node) ? `${replaced.to} as ${name.text}` : `${replaced.to}: ${name.text}`,
      );
      const message = `The file has the name "${replaced.to}" already, so that "${name.text}" stays as a name for the new export.`;
      changes.remark("migrate-clash", name, message, "Use one name for both, and take the other import away.");
    }
  };

  const usedAt = (node: TypeScript.Identifier): void => {
    const { parent } = node;
    const isShorthand = ts.isShorthandPropertyAssignment(parent);
    const symbol = isShorthand ? checker.getShorthandAssignmentValueSymbol(parent) : checker.getSymbolAtLocation(node);
    const binding = symbol && bindings.get(symbol);
    if (binding === undefined || node === binding.name) return;
    const { replaced } = binding;
    changes.isForPerson(node, replaced.replacement, replaced.hasParams);
    if (isKept(binding) || binding.keepsName) return;
    changes.edit(node, isShorthand ? `${node.text}: ${replaced.to}` : replaced.to);
  };

  const exportedAt = (node: TypeScript.Identifier, specifier: TypeScript.ExportSpecifier): void => {
    const { moduleSpecifier } = specifier.parent.parent;
    if (node !== (specifier.propertyName ?? specifier.name)) return;
    const replaced = moduleSpecifier === undefined ? localExport(specifier) : exportFrom(moduleSpecifier, node.text);
    if (replaced === undefined || changes.isForPerson(node, replaced.replacement, replaced.hasParams)) return;
    changes.edit(node, replaced.to);
    if (specifier.propertyName !== undefined) return;
    const message = `This file exports "${replaced.to}" now, in the place of "${node.text}".`;
    changes.remark(
      "migrate-export",
      node,
      message,
      `Programs elsewhere that import "${node.text}" from it have to follow.`,
    );
  };

  const localExport = (specifier: TypeScript.ExportSpecifier): ReplacedExport | undefined => {
    const symbol = checker.getExportSpecifierLocalTargetSymbol(specifier);
    const binding = symbol && bindings.get(symbol);
    return binding?.keepsName === true ? undefined : binding?.replaced;
  };

  const exportFrom = (specifier: TypeScript.Expression, name: string): ReplacedExport | undefined => {
    const module = origins.module(specifier);
    const origin = module?.kind === "module" ? origins.exported(module.file, name) : undefined;
    return origin?.kind === "export" && origin.name === name ? replacedOf(origin) : undefined;
  };

  const memberAt = (node: TypeScript.Identifier): void => {
    const { parent } = node;
    const isAccess = ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent);
    const origin = isAccess ? origins.of(parent) : undefined;
    const replaced = origin?.kind === "export" && origin.name === node.text ? replacedOf(origin) : undefined;
    if (replaced !== undefined && !changes.isForPerson(node, replaced.replacement, replaced.hasParams))
      changes.edit(node, replaced.to);
  };

  /** `errors["isOldError"]`, and the same of a type: `(typeof errors)["isOldError"]`. */
  const literalAt = (node: TypeScript.StringLiteralLike): void => {
    const { parent } = node;
    const isAccess = ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
    const origin = isAccess ? origins.of(parent) : indexedType(parent);
    const replaced = origin?.kind === "export" && origin.name === node.text ? replacedOf(origin) : undefined;
    if (replaced !== undefined && !changes.isForPerson(node, replaced.replacement, replaced.hasParams))
      changes.edit(node, quotedAs(node.getText(file), replaced.to));
  };

  const indexedType = (literal: TypeScript.Node): Origin | undefined => {
    const { parent } = literal;
    if (!ts.isLiteralTypeNode(literal) || !ts.isIndexedAccessTypeNode(parent) || parent.indexType !== literal)
      return undefined;
    const object = ts.isParenthesizedTypeNode(parent.objectType) ? parent.objectType.type : parent.objectType;
    const of = ts.isTypeQueryNode(object) ? origins.of(object.exprName) : undefined;
    const name = ts.isStringLiteralLike(literal.literal) ? literal.literal.text : "";
    return of?.kind === "module" ? origins.exported(of.file, name) : undefined;
  };

  /** `import("./errors").OrderNotFoundError` as a type. */
  const importedTypeAt = (node: TypeScript.Identifier, { argument }: TypeScript.ImportTypeNode): void => {
    const specifier = ts.isLiteralTypeNode(argument) ? argument.literal : undefined;
    const replaced = specifier && exportFrom(specifier as TypeScript.Expression, node.text);
    if (replaced !== undefined && !changes.isForPerson(node, replaced.replacement, replaced.hasParams))
      changes.edit(node, replaced.to);
  };

  for (const binding of bindings.values()) takenIn(binding);
  return (node) => {
    const { parent } = node;
    if (!ts.isIdentifier(node)) literalAt(node);
    else if (ts.isExportSpecifier(parent)) exportedAt(node, parent);
    else if (ts.isImportTypeNode(parent) && parent.qualifier === node) importedTypeAt(node, parent);
    else if (isMemberName(node, ts)) memberAt(node);
    else usedAt(node);
  };
}
