// The path of a table becomes the table with its imports and translations.
import { basename, dirname, resolve } from "node:path";
import type { Checked, Diagnostic } from "../../diagnostic/diagnostic.ts";
import { memoize, memoizeByKey } from "../../diagnostic/memoize.ts";
import type { Place } from "../../diagnostic/source.ts";
import { withBroken } from "../broken.ts";
import type { Host } from "../host.ts";
import { componentsFrom } from "./import-groups.ts";
import type { LoadedTable } from "./resolve.ts";
import { placeOf, type SpecFiles, specFiles, type TranslationFile } from "./spec-files.ts";
import { loadTranslations, wrongName } from "./translations.ts";

/**
 * Reads a table. A translation stands for the table that it translates. Without a value, or with any error among
 * the diagnostics, the table must not be compiled. To read several tables, pass the same files each time.
 */
export function loadTable(path: string, host: Host, files: SpecFiles = specFiles(host)): Checked<LoadedTable> {
  const { value, diagnostics } = files.read(path);
  if (value === undefined) return { value, diagnostics };
  if (value.kind === "table") return load(path, files, undefined);
  const table = loadTranslated(path, value, files);
  // The translation itself is among the diagnostics even if the table cannot be read.
  return { value: table.value, diagnostics: [...new Set([...diagnostics, ...table.diagnostics])] };
}

function loadTranslated(path: string, file: TranslationFile, files: SpecFiles): Checked<LoadedTable> {
  const target = resolve(dirname(path), file.data.translates);
  const original = files.read(target);
  if (original.isMissing) return failure(missing(file.data.translates, placeOf(file.document, ["translates"])));
  if (original.value?.kind === "translation") {
    const message = `"${file.data.translates}" is a translation itself.`;
    const help = "Name the table that both translate.";
    return failure(wrongName(file.document, ["translates"], message, help));
  }
  return load(target, files, path);
}

/** The table, all that it imports, and a translation that the caller named. */
function load(path: string, files: SpecFiles, named: string | undefined): Checked<LoadedTable> {
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, LoadedTable | undefined>();
  const importsOf = new Map<string, readonly Import[]>();
  const reach = (table: string): readonly string[] => {
    const imports = importsIn(files)(table);
    importsOf.set(table, imports);
    diagnostics.push(...imports.flatMap(({ problem }) => problem ?? []));
    return imports.filter(({ problem }) => problem === undefined).map(({ target }) => target);
  };
  for (const component of componentsFrom(path, reach)) {
    const cycle = findCycle(component, importsOf, files);
    if (cycle !== undefined) diagnostics.push(cycle);
    for (const table of component) {
      const file = files.read(table);
      diagnostics.push(...file.diagnostics);
      if (file.value?.kind !== "table") continue;
      const translations = loadTranslations(table, files, table === path ? named : undefined);
      diagnostics.push(...translations.diagnostics);
      const wanted = (importsOf.get(table) ?? []).map(({ target }) => tables.get(target));
      const imports = [...new Set(wanted.filter((imported) => imported !== undefined))];
      const { document, data } = file.value;
      // Without the codes of every import some rules cannot be checked.
      const broken = wanted.includes(undefined) ? withBroken(file.value.broken, "imports") : file.value.broken;
      const value = { document, table: data, translations: translations.value ?? [], imports, broken };
      tables.set(table, value);
    }
  }
  return { value: tables.get(path), diagnostics };
}

interface Import {
  /** An absolute path. */
  readonly target: string;
  /** Where it stands in `imports`. */
  readonly index: number;
  /** Why there is no table to import. */
  readonly problem?: Diagnostic;
}

/** Tables that import each other are visited again for each of them that is read. */
const importsIn = memoize((files: SpecFiles) => memoizeByKey((path: string) => findImports(path, files)));

function findImports(path: string, files: SpecFiles): readonly Import[] {
  const { value } = files.read(path);
  if (value?.kind !== "table") return [];
  const { document, data } = value;
  return (data.imports ?? []).map((relative, index) => {
    const target = resolve(dirname(path), relative);
    const read = files.read(target);
    if (read.isMissing) return { target, index, problem: missing(relative, placeOf(document, ["imports", index])) };
    if (read.value?.kind !== "translation") return { target, index };
    const message = `"${relative}" is a translation; only tables can be imported.`;
    const help = "Import the table that it translates.";
    return { target, index, problem: wrongName(document, ["imports", index], message, help) };
  });
}

/** One circle among tables that all lead to each other. When it is gone, the next run reports another one. */
function findCycle(
  component: readonly string[],
  importsOf: ReadonlyMap<string, readonly Import[]>,
  files: SpecFiles,
): Diagnostic | undefined {
  const members = new Set(component);
  const seen = new Map<string, Import>();
  // The first path by code unit, so that the finding does not depend on the table that was read.
  let at = component.reduce((first, path) => (path < first ? path : first));
  while (!seen.has(at)) {
    const step = importsOf.get(at)?.find(({ target }) => members.has(target));
    if (step === undefined) return undefined;
    seen.set(at, step);
    at = step.target;
  }
  const path = [...seen.keys()];
  const circle = path.slice(path.indexOf(at));
  const last = circle.at(-1) ?? at;
  const { document } = files.read(last);
  if (document === undefined) return undefined;
  const place = placeOf(document, ["imports", seen.get(last)?.index ?? 0]);
  const names = circle.map((path) => `"${basename(path)}"`);
  const shown = names.length > MOST_SHOWN ? [...names.slice(0, MOST_SHOWN - 1), "…", names.at(-1)] : names;
  const message = `The imports run in a circle: ${[...shown, names[0]].join(" imports ")}.`;
  const help = "Move the shared entries to a table of their own.";
  return { code: "import-cycle", severity: "error", message, help, place };
}

const MOST_SHOWN = 6;

function missing(relative: string, place: Place): Diagnostic {
  const message = `There is no file "${relative}".`;
  return { code: "missing-file", severity: "error", message, help: "The path is relative to this file.", place };
}

function failure(diagnostic: Diagnostic): Checked<never> {
  return { value: undefined, diagnostics: [diagnostic] };
}
