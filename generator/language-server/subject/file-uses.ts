// The path of a file becomes the places that name it: imports, translations, and entries of configurations.
import { dirname, resolve } from "node:path";
import type { Place } from "../../diagnostic/source.ts";
import { textOfFile } from "../../reader/file-text.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";
import { type FileView, pathOfPlace } from "../files/file-view.ts";

export function fileUses(path: string, { analysis, workspace }: FileView): readonly Place[] {
  const tables = analysis.projects.flatMap((project) => project.tables.flatMap((one) => one.table ?? []));
  const loaded = new Set(tables.flatMap((table) => table.tables));
  const places = new Map<string, Place>();
  const add = (place: Place): void => {
    places.set(`${place.source.path} ${place.span.start}`, place);
  };
  for (const { document, table, translations } of loaded) {
    const folder = dirname(pathOfPlace({ source: document.source }));
    for (const [index, relative] of (table.imports ?? []).entries()) {
      if (resolve(folder, relative) === path)
        add({ source: document.source, span: document.valueSpan(["imports", index]) });
    }
    for (const { document: own, translation } of translations) {
      const target = resolve(dirname(pathOfPlace({ source: own.source })), translation.translates);
      if (target === path) add({ source: own.source, span: own.valueSpan(["translates"]) });
    }
  }
  for (const { config } of analysis.projects) {
    if (config === undefined) continue;
    const { host } = workspace;
    const source = textOfFile(host.show(config), host.read(config)).value;
    const document = source && readYaml(source).value;
    if (document === undefined) continue;
    for (const [named, at] of filesIn(document.data)) {
      if (resolve(dirname(config), named) === path) add({ source: document.source, span: document.valueSpan(at) });
    }
  }
  return [...places.values()];
}

type NamedFile = readonly [name: unknown, at: Path];

/** The configuration may have any faults. */
function filesIn(data: unknown): readonly (readonly [string, Path])[] {
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  const { targets, descriptions } = fields;
  const listed = ["tables", "extends"].flatMap((field): readonly NamedFile[] => {
    const value = fields[field];
    if (typeof value === "string") return [[value, [field]]];
    return itemsIn(value).map((one, index) => [one, [field, index]]);
  });
  const ofTargets = itemsIn(targets).map((one, index): NamedFile => {
    const { table } = (one ?? {}) as { readonly table?: unknown };
    return [table, ["targets", index, "table"]];
  });
  const ofDescriptions = itemsIn(descriptions).flatMap((one, index): readonly NamedFile[] => {
    const { file, tables } = (one ?? {}) as { readonly file?: unknown; readonly tables?: unknown };
    const named = itemsIn(tables).map((table, at): NamedFile => [table, ["descriptions", index, "tables", at]]);
    return [[file, ["descriptions", index, "file"]], ...named];
  });
  return [...listed, ...ofTargets, ...ofDescriptions].flatMap(([one, at]) =>
    typeof one === "string" ? [[one, at] as const] : [],
  );
}

function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
