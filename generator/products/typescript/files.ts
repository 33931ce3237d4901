// The modules of the product become its files: one each or one for all, as TypeScript or as JavaScript with declarations of its types.
import type { Artifact, Statement } from "../artifact.ts";
import { importStructure, reexportStructure } from "./printer/imports.ts";
import type { Form, Import, Item, Module } from "./printer/module.ts";
import { stringLiteral } from "./printer/typescript-literal.ts";
import { fileHeader, modulePath, type Plan } from "./product-plan.ts";
import { typeNames } from "./types/type-names.ts";

export function filesOf(modules: readonly Module[], plan: Plan): readonly Artifact[] {
  const forms: readonly Form[] = plan.options.language === "js" ? ["js", "d.ts"] : ["ts"];
  const files = plan.options.files === "single" ? [singleFile(modules)] : modules.map(moduleFile);
  const all = files.map(({ name, imports, items }) => ({
    name,
    statements: (form: Form) => statementsOf(form, imports, items),
  }));
  const index = { name: "index", statements: (form: Form) => reexports(form, modules, plan) };
  return [...all, ...(plan.options.files === "single" ? [] : [index])].flatMap(({ name, statements }) =>
    forms.map((form) => ({
      kind: "typescript",
      path: `${name}.${form}`,
      statements: [fileHeader(plan), ...statements(form)],
    })),
  );
}

interface File {
  readonly name: string;
  readonly imports: readonly Import[];
  readonly items: readonly Item[];
}

function moduleFile({ name, declarations }: Module): File {
  return {
    name,
    imports: declarations.filter((declaration) => declaration.kind === "import"),
    items: declarations.filter((declaration) => declaration.kind === "item"),
  };
}

/** Names that modules share only among themselves become local. */
function singleFile(modules: readonly Module[]): File {
  const items = modules.flatMap(({ declarations, publicNames }) =>
    declarations.flatMap((declaration) => {
      if (declaration.kind !== "item") return [];
      const isPublic = publicNames?.includes(declaration.name) ?? true;
      return [{ ...declaration, isExported: declaration.isExported && isPublic }];
    }),
  );
  return { name: "errors", imports: [], items };
}

function statementsOf(form: Form, imports: readonly Import[], items: readonly Item[]): readonly Statement[] {
  if (form === "d.ts") return declarationsOf(imports, items);
  const kept = form === "ts" ? imports : imports.filter((one) => !one.isTypeOnly);
  const printed = items.flatMap((item) => item.print(form, item.isExported));
  return printed.length === 0 ? [NOTHING] : [...kept.map(importStructure), ...printed];
}

/** Without it a file would be a script. */
const NOTHING = "export {};";

/** Types that are local are there as far as others need them. */
function declarationsOf(imports: readonly Import[], items: readonly Item[]): readonly Statement[] {
  const printed = new Map(items.filter(({ isExported }) => isExported).map((item) => [item, item.print("d.ts", true)]));
  const used = new Set([...printed.values()].flatMap(typeNames));
  const inner = new Map(items.filter((item) => item.isType && !item.isExported).map((item) => [item.name, item]));
  const open = [...used];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const item = inner.get(name);
    if (item === undefined || printed.has(item)) continue;
    printed.set(item, item.print("d.ts", false));
    for (const other of typeNames(printed.get(item) ?? [])) {
      used.add(other);
      open.push(other);
    }
  }
  const needsInner = ([item, statements]: readonly [Item, readonly Statement[]]): boolean =>
    item.isExported && typeNames(statements).some((name) => inner.has(name));
  const [first] = [...printed].find(needsInner) ?? [];
  const listed = first === undefined ? [] : listWith(first, [...printed.keys()]);
  const isListed = new Set(listed);
  const statements = items.flatMap((item) =>
    isListed.has(item) ? item.print("d.ts", false) : (printed.get(item) ?? []),
  );
  return [...usedImports(imports, used), ...statements, ...(first === undefined ? [] : [exportList(listed)])];
}

/** Formatters disagree on a list of one name that does not fit in a line, so that such a name gets company. */
function listWith(first: Item, items: readonly Item[]): readonly Item[] {
  if (exportLine(first).length <= 80) return [first];
  const other = items.find((item) => item !== first && item.isExported);
  return other === undefined ? [first] : [first, other];
}

/** Without a list, files that only declare types export all that they hold. */
function exportList(items: readonly Item[]): string {
  const sorted = items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = sorted.map(({ name, isType }) => `  ${isType ? "type " : ""}${name},\n`);
  const list = items.length === 1 ? items.map(exportLine).join("") : `export {\n${lines.join("")}};`;
  return `// The list of exports keeps the declarations inside that are not marked as exported.\n${list}`;
}

function exportLine({ name, isType }: Item): string {
  return `export ${isType ? "type " : ""}{ ${name} };`;
}

/** Names from one file together; the files beside are found by every resolution of modules. */
function usedImports(imports: readonly Import[], used: ReadonlySet<string>): readonly Statement[] {
  const byPath = new Map<string, string[]>();
  for (const { from, names } of imports) {
    const path = from.replace(/(?:\.[jt]s)?$/, ".js");
    const kept = names.filter((name) => used.has(name));
    if (kept.length > 0) byPath.set(path, [...(byPath.get(path) ?? []), ...kept]);
  }
  return [...byPath].map(([from, names]) => importStructure({ from, names, isTypeOnly: true }));
}

function reexports(form: Form, modules: readonly Module[], plan: Plan): readonly Statement[] {
  const hasAny = ({ declarations }: Module): boolean => declarations.some((one) => one.kind === "item" && !one.isType);
  const shown = modules.filter(({ publicNames }) => publicNames?.length !== 0);
  const exporting = shown.filter((module) => form !== "js" || hasAny(module));
  return exporting
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, publicNames }) => {
      const from = form === "d.ts" ? `./${name}.js` : modulePath(name, plan);
      return publicNames === undefined
        ? reexportStructure(from)
        : `export { ${publicNames.join(", ")} } from ${stringLiteral(from)};`;
    });
}
