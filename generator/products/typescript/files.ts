// The modules of the product become its files: one each or one for all, as TypeScript or as JavaScript with declarations of its types.
import { groupBy } from "../../diagnostic/group-by.ts";
import type { Artifact } from "../artifact.ts";
import { commonJs, commonJsIndex } from "./printer/common-js.ts";
import { declareImport } from "./printer/imports.ts";
import type { Form, Item, Module } from "./printer/module.ts";
import type { Imported, Statement } from "./printer/statement.ts";
import { endingOf, fileHeader, isCommonJs, modulePath, type Plan } from "./product-plan.ts";
import { usedItems, usedModules } from "./used-modules.ts";

export function filesOf(modules: readonly Module[], plan: Plan): readonly Artifact[] {
  const forms: readonly Form[] = plan.options.language === "js" ? ["js", "d.ts"] : ["ts"];
  const files =
    plan.options.files === "single" ? [singleFile(modules, forms)] : usedModules(modules, forms, plan).map(moduleFile);
  const all = files.map(({ name, imports, items }) => ({
    name,
    statements: (form: Form) => statementsOf(form, imports, items, plan),
  }));
  const index = { name: "index", statements: (form: Form) => indexOf(form, modules, plan) };
  return [...all, ...(plan.options.files === "single" ? [] : [index])].flatMap(({ name, statements }) =>
    forms.map((form) => ({
      kind: "typescript",
      path: `${name}.${endingOf(form, plan.options)}`,
      statements: [headOf(name, form, plan), ...statements(form)],
    })),
  );
}

/** Deno reads the types of JavaScript where this line says. */
function headOf(name: string, form: Form, plan: Plan): string {
  if (form !== "js") return fileHeader(plan);
  return `${fileHeader(plan)}\n// @ts-self-types="./${name}.${endingOf("d.ts", plan.options)}"`;
}

interface File {
  readonly name: string;
  readonly imports: readonly Imported[];
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
function singleFile(modules: readonly Module[], forms: readonly Form[]): File {
  const items = modules.flatMap(({ declarations, publicNames }) =>
    declarations.flatMap((declaration) => {
      if (declaration.kind !== "item") return [];
      const isPublic = publicNames?.includes(declaration.name) ?? true;
      return [{ ...declaration, isExported: declaration.isExported && isPublic }];
    }),
  );
  return { name: "errors", imports: [], items: usedItems(items, forms) };
}

function statementsOf(
  form: Form,
  imports: readonly Imported[],
  items: readonly Item[],
  plan: Plan,
): readonly Statement[] {
  if (form === "d.ts") return declarationsOf(imports, items, plan);
  if (form === "js" && isCommonJs(plan))
    return commonJs(
      imports.filter((one) => !one.isTypeOnly),
      items,
    );
  const kept = form === "ts" ? imports : imports.filter((one) => !one.isTypeOnly);
  const printed = items.flatMap((item) => item.print(form, item.isExported));
  return printed.length === 0 ? [NOTHING] : [...kept, ...printed];
}

/** Without it a file would be a script. */
const NOTHING = "export {};";

/** Of the local types, only the ones that exported declarations need are printed. */
function declarationsOf(imports: readonly Imported[], items: readonly Item[], plan: Plan): readonly Statement[] {
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
  const statements = items.flatMap((item) => (item === first ? item.print("d.ts", false) : (printed.get(item) ?? [])));
  return [...usedImports(imports, used, plan), ...statements, ...(first === undefined ? [] : [exportList(first)])];
}

/** The names that type declarations use. */
function typeNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => typesIn(statement).flatMap(namesIn));
}

function typesIn(statement: Statement): readonly string[] {
  if (typeof statement === "string") return [statement];
  switch (statement.kind) {
    case "import":
    case "reexport":
      return [];
    case "interface":
      return [statement.typeParameters, ...statement.members.map(({ type }) => type)];
    case "alias":
      return [statement.typeParameters, statement.type];
    case "function":
      return [statement.typeParameters, statement.parameters, statement.returnType];
    default:
      return statement satisfies never;
  }
}

/** Names of members and parameters are not names of types; a template literal has types in its placeholders. */
function namesIn(text: string): readonly string[] {
  return (text.match(TOKENS) ?? []).flatMap((token) => {
    if (token.startsWith("`")) return [...token.matchAll(PLACEHOLDER)].flatMap(([, type = ""]) => namesIn(type));
    return /^["'/]/.test(token) ? [] : [token];
  });
}

const PLACEHOLDER = /(?<!\\)\$\{([^}]*)\}/g;

/** Comments, string literals, template literals, and identifiers other than the names of members and parameters. */
const TOKENS =
  /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\w$\u0080-\uffff]+(?![\w$\u0080-\uffff]|\??:)/g;

/** Without a list of exports, a file that only declares types exports all of them. */
function exportList({ name, isType }: Item): string {
  const comment = "// The list of exports keeps the declarations inside that are not marked as exported.";
  return `${comment}\nexport ${isType ? "type " : ""}{ ${name} };`;
}

/** One import per file; every way to resolve modules finds a path that ends in ".js". */
function usedImports(imports: readonly Imported[], used: ReadonlySet<string>, plan: Plan): readonly Statement[] {
  const kept = imports.flatMap(({ from, names }) => {
    const path = from.replace(/(?:\.[cm]?[jt]s)?$/, `.${endingOf("js", plan.options)}`);
    return names.flatMap((name) => (used.has(name) ? [{ path, name }] : []));
  });
  return [...groupBy(kept, ({ path }) => path)].map(([path, same]) => {
    const names = same.map(({ name }) => name);
    return declareImport(path, names, true);
  });
}

function indexOf(form: Form, modules: readonly Module[], plan: Plan): readonly Statement[] {
  const shown = modules.filter(({ publicNames }) => publicNames?.length !== 0);
  const exporting = shown.filter((module) => form !== "js" || hasValues(module));
  const sorted = exporting.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (form === "js" && isCommonJs(plan)) return commonJsIndex(sorted, (name) => modulePath(name, plan));
  return sorted.map((module) => ({
    kind: "reexport",
    from: form === "d.ts" ? `./${module.name}.${endingOf("js", plan.options)}` : modulePath(module.name, plan),
    ...(module.publicNames && { names: module.publicNames, isTypeOnly: !hasValues(module) }),
  }));
}

/** Whether a module shows anything but types. */
function hasValues({ declarations, publicNames }: Module): boolean {
  return declarations.some((one) => one.kind === "item" && !one.isType && (publicNames?.includes(one.name) ?? true));
}
