// Engines have more than each table needs: here they lose the parts that nothing uses.
import { groupBy } from "../../diagnostic/group-by.ts";
import { declareImport } from "./printer/imports.ts";
import type { Form, Item, Module } from "./printer/module.ts";
import type { Imported } from "./printer/statement.ts";
import { modulePath, type Plan } from "./product-plan.ts";

/** Engines without the exports that no other module imports, and without the parts and imports that only those need. */
export function usedModules(modules: readonly Module[], forms: readonly Form[], plan: Plan): readonly Module[] {
  const imports = groupBy(modules.flatMap(importsOf), ({ from }) => from);
  const kept = modules.flatMap((module) => {
    if (module.isPruned !== true) return [module];
    const names = (imports.get(modulePath(module.name, plan)) ?? []).flatMap((one) => one.names);
    const used = usedEngine(module, new Set([...(module.publicNames ?? []), ...names]), forms);
    return itemsOf(used).some(({ name }) => name !== "") ? [used] : [];
  });
  // An engine without a part may need less of another engine.
  return sizeOf(kept) === sizeOf(modules) ? kept : usedModules(kept, forms, plan);
}

function usedEngine(module: Module, names: ReadonlySet<string>, forms: readonly Form[]): Module {
  const shown = itemsOf(module).map((item) => ({ ...item, isExported: item.isExported && names.has(item.name) }));
  const items = usedItems(shown, forms);
  const words = new Set(items.flatMap((item) => wordsOf(item, forms)));
  const imports = importsOf(module).flatMap(({ from, names: imported, isTypeOnly }) => {
    const used = imported.filter((name) => words.has(name));
    return used.length === 0 ? [] : [declareImport(from, used, isTypeOnly)];
  });
  return { ...module, declarations: [...imports, ...items] };
}

/** Without the local items that no kept item names. */
export function usedItems(items: readonly Item[], forms: readonly Form[]): readonly Item[] {
  const named = items.filter(({ name, isExported }) => !isExported && name !== "");
  const local = new Map(named.map((item) => [item.name, item]));
  const twice = named.find((item) => local.get(item.name) !== item);
  if (twice !== undefined) throw new Error(`Two modules declare the local name ${twice.name}.`);
  const kept = new Set(items.filter(({ name, isExported }) => isExported || name === ""));
  // The loop also visits the items that are added while it runs.
  for (const item of kept) {
    for (const word of wordsOf(item, forms)) {
      const found = local.get(word);
      if (found !== undefined) kept.add(found);
    }
  }
  return items.filter((item) => kept.has(item));
}

function wordsOf(item: Item, forms: readonly Form[]): readonly string[] {
  const text = JSON.stringify(forms.map((form) => item.print(form, item.isExported))).replaceAll("\\n", " ");
  return text.match(WORDS) ?? [];
}

/** The members of other things, behind a dot, are no items; a dot of three before an item is. */
const WORDS = /(?<![\w$\u0080-\uffff])(?<!(?<!\.)\.)[\w$\u0080-\uffff]+/g;

function itemsOf({ declarations }: Module): readonly Item[] {
  return declarations.filter((declaration) => declaration.kind === "item");
}

function importsOf({ declarations }: Module): readonly Imported[] {
  return declarations.filter((declaration) => declaration.kind === "import");
}

function sizeOf(modules: readonly Module[]): number {
  const sizes = modules.flatMap((module) => [
    itemsOf(module).filter(({ isExported }) => isExported).length,
    ...importsOf(module).map(({ names }) => names.length),
  ]);
  return sizes.reduce((sum, size) => sum + size, modules.length);
}
