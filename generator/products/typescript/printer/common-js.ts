// The declarations of a JavaScript file become a CommonJS module, whose exports are found without running it.
import type { Item, Module } from "./module.ts";
import type { Imported, Statement } from "./statement.ts";
import { choice, group, indent, join, LINE, layout } from "./typescript-layout.ts";
import { stringLiteral } from "./typescript-literal.ts";

/** ES modules are strict without it. */
const STRICT = '"use strict";';

export function commonJs(imports: readonly Imported[], items: readonly Item[]): readonly Statement[] {
  const exported = items.filter(({ isExported, isType }) => isExported && !isType);
  return [
    STRICT,
    ...lines(imports.map(requireNames)),
    ...items.flatMap((item) => item.print("js", false)),
    ...lines(exported.map(({ name }) => exportLine(name, name))),
  ];
}

/** Each name stands in a line of its own, as Node and bundlers look for the names of exports. */
export function commonJsIndex(modules: readonly Module[], pathOf: (name: string) => string): readonly Statement[] {
  const names = ({ declarations, publicNames }: Module): readonly string[] =>
    declarations.flatMap((declaration) => {
      if (declaration.kind !== "item" || declaration.isType || !declaration.isExported) return [];
      return (publicNames?.includes(declaration.name) ?? true) ? [declaration.name] : [];
    });
  return [
    STRICT,
    ...lines(modules.map(({ name }) => requireModule(name, pathOf(name)))),
    ...lines(
      modules.flatMap((module) => names(module).map((name) => exportLine(name, `${constantOf(module.name)}.${name}`))),
    ),
  ];
}

/** The name of a file as a constant: "failure-rows" is failureRows. */
function constantOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function requireModule(name: string, path: string): string {
  return `const ${constantOf(name)} = require(${stringLiteral(path)});`;
}

function requireNames({ from, names }: Imported): string {
  const list = group(["{", indent([LINE, join(names, [",", LINE])]), choice(",", ""), LINE, "}"]);
  return layout(["const ", list, ` = require(${stringLiteral(from)});`]);
}

/** Formatters break the line after the equals sign where it is too long. */
function exportLine(name: string, value: string): string {
  return layout(group([`exports.${name} =`, indent([LINE, value]), ";"]));
}

function lines(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [texts.join("\n")];
}
