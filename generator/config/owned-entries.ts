// The pages and descriptions of a configuration become files of people, each with the tables whose errors go into it.
import { resolve } from "node:path";
import { compareText, type Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import type { OperationsMode } from "../owned/description/table-components.ts";
import { languageOf } from "../owned/pages/page-languages.ts";
import type { Description, DocsOptions, OpenapiOptions } from "../products/options.gen.ts";
import type { Host } from "../reader/host.ts";
import { type ConfigFile, finding } from "./config-chain.ts";
import { emptyFinding, outsideFinding, readPatterns } from "./config-patterns.ts";
import { findFiles, type Search } from "./find-files.ts";

/** A file of people that a configuration names. */
interface OwnedEntry<Options> {
  /** Absolute. */
  readonly path: string;
  /** The pattern that names it, as the configuration spells it. */
  readonly pattern: string;
  /** The pattern is its path. */
  readonly isNamed: boolean;
  /** Absolute path of the configuration. */
  readonly config: string;
  /** The project's folder, absolute: the file lies in it. */
  readonly root: string;
  /** Of the pattern. */
  readonly place: Place;
  /** Absolute paths, with the options for each table. */
  readonly tables: ReadonlyMap<string, Options>;
}

export type ConfiguredPage = OwnedEntry<DocsOptions>;

export interface ConfiguredDescription extends OwnedEntry<OpenapiOptions> {
  readonly operations: OperationsMode | undefined;
}

export interface OwnedEntries {
  readonly pages: readonly ConfiguredPage[];
  readonly descriptions: readonly ConfiguredDescription[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface TableOptions {
  readonly docs: DocsOptions;
  readonly openapi: OpenapiOptions;
}

/** `tables` are those of the configuration, with the options that a target would have. */
export function readOwned(file: ConfigFile, tables: ReadonlyMap<string, TableOptions>, search: Search): OwnedEntries {
  const { path: config, data } = file;
  const found = readPatterns(file, "pages", { ...search, inFolder: (name) => languageOf(name) !== undefined });
  const docs = new Map(Array.from(tables, ([path, options]) => [path, options.docs]));
  const pages = found.files.map(({ path, index, isNamed }): ConfiguredPage => {
    const pattern = data.pages?.[index] ?? "";
    return { path, pattern, isNamed, config, root: search.root, place: file.placeOf(["pages", index]), tables: docs };
  });
  const described = (data.descriptions ?? []).map((entry, index) =>
    readDescription(file, entry, index, tables, search),
  );
  const descriptions = described.flatMap(({ entries }) => entries);
  return {
    pages: pages.toSorted((a, b) => compareText(a.path, b.path)),
    descriptions,
    diagnostics: [...found.diagnostics, ...described.flatMap(({ diagnostics }) => diagnostics), ...twice(descriptions)],
  };
}

/** All of them, as commands name them. */
export function ownedSlots(
  { pages, descriptions }: Pick<OwnedEntries, "pages" | "descriptions">,
  { show }: Pick<Host, "show">,
) {
  return [
    ...pages.map((page) => ({ ...page, kind: "pages", shown: show(page.path) }) as const),
    ...descriptions.map((one) => ({ ...one, kind: "descriptions", shown: show(one.path) }) as const),
  ];
}

/** A second entry for a description would take the errors of the first one for its own. */
export function twice(descriptions: readonly ConfiguredDescription[]): readonly Diagnostic[] {
  const first = new Map<string, ConfiguredDescription>();
  return descriptions.flatMap((entry) => {
    const other = first.get(entry.path);
    if (other === undefined) first.set(entry.path, entry);
    if (other === undefined || other.place === entry.place) return [];
    const message = `Another entry already names the description of "${entry.pattern}".`;
    const help = "Name all of its tables in one entry: tables: [a.errors.yaml, b.errors.yaml]";
    return [
      { ...finding(entry.place, message, help), related: [{ message: "It is named here.", place: other.place }] },
    ];
  });
}

function readDescription(
  { path: config, placeOf, folder }: ConfigFile,
  { file: pattern, tables: named, operations }: Description,
  index: number,
  tables: ReadonlyMap<string, TableOptions>,
  search: Search,
): { readonly entries: readonly ConfiguredDescription[]; readonly diagnostics: readonly Diagnostic[] } {
  const place = placeOf(["descriptions", index, "file"]);
  const { files, outside, empty } = findFiles([pattern], search);
  const options = new Map(
    (named?.map((table) => resolve(folder, table)) ?? [...tables.keys()]).map((path) => [
      path,
      tables.get(path)?.openapi ?? {},
    ]),
  );
  const entry = { pattern, config, root: search.root, place, tables: options, operations };
  return {
    entries: files.map(({ path, isNamed }) => ({ ...entry, path, isNamed })),
    diagnostics: [
      ...outside.map(() => outsideFinding(pattern, place)),
      ...empty.map(() => emptyFinding(pattern, place)),
    ],
  };
}
