// The path of a table becomes the table with its imports and translations, each read, parsed and validated once.
import { basename, dirname, resolve } from "node:path";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import type { Place } from "../source.ts";
import { decode } from "./decode.ts";
import { parseSpec, type SpecDocument } from "./document.ts";
import type { Host } from "./host.ts";
import type { LoadedTable, LoadedTranslation } from "./resolve.ts";
import type { Table, Translation } from "./spec.gen.ts";
import { validate } from "./validate.ts";
import { validateLanguage } from "./validators.gen.js";

/** A name such as "my.zh-CN.errors.yaml": the table's own name, a locale, the ending. */
const TRANSLATION_NAME = /^(.+)\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\.errors\.ya?ml$/;
const TABLE_NAME = /^(.+)\.errors\.ya?ml$/;

/**
 * Reads a table. A translation stands for the table that it translates. Without a value, or with any error among
 * the diagnostics, the table must not be compiled.
 */
export function loadTable(path: string, host: Host): Checked<LoadedTable> {
  const loader: Loader = { host, files: new Map(), tables: new Map() };
  const first = readFile(path, loader);
  if (first.value === undefined) return { value: undefined, diagnostics: first.diagnostics };
  if (first.value.kind === "translation") return loadTranslated(path, first.value, loader);
  return load(path, [], loader);
}

interface Loader {
  readonly host: Host;
  readonly files: Map<string, Checked<SpecFile>>;
  readonly tables: Map<string, Checked<LoadedTable>>;
}

type SpecFile =
  | { readonly kind: "table"; readonly document: SpecDocument; readonly data: Table }
  | { readonly kind: "translation"; readonly document: SpecDocument; readonly data: Translation };

function loadTranslated(path: string, file: SpecFile & { kind: "translation" }, loader: Loader): Checked<LoadedTable> {
  const target = resolve(dirname(path), file.data.translates);
  const place = placeOf(file.document, ["translates"]);
  const original = readFile(target, loader);
  if (isMissing(original)) return failure(missing(file.data.translates, place));
  if (original.value?.kind === "translation") {
    const message = `"${file.data.translates}" is a translation itself.`;
    return failure({
      code: "translation-name",
      severity: "error",
      message,
      help: "Name the table that both translate.",
      place,
    });
  }
  return load(target, [], loader);
}

function load(path: string, importers: readonly string[], loader: Loader): Checked<LoadedTable> {
  const known = loader.tables.get(path);
  if (known !== undefined) return { value: known.value, diagnostics: [] };
  const file = readFile(path, loader);
  if (file.value?.kind !== "table") return remember(path, { value: undefined, diagnostics: file.diagnostics }, loader);
  const { document, data } = file.value;
  const imports = loadImports(path, file.value, [...importers, path], loader);
  const translations = loadTranslations(path, loader);
  const diagnostics = [...file.diagnostics, ...imports.diagnostics, ...translations.diagnostics];
  const value = { document, table: data, translations: translations.value ?? [], imports: imports.value ?? [] };
  return remember(path, { value: imports.value === undefined ? undefined : value, diagnostics }, loader);
}

function remember(path: string, table: Checked<LoadedTable>, loader: Loader): Checked<LoadedTable> {
  loader.tables.set(path, table);
  return table;
}

/** Without a value where one of them cannot be read: what it would add is not known, so the table cannot be checked. */
function loadImports(
  path: string,
  file: SpecFile & { kind: "table" },
  importers: readonly string[],
  loader: Loader,
): Checked<readonly LoadedTable[]> {
  const imports = (file.data.imports ?? []).map((relative, index) => {
    const place = placeOf(file.document, ["imports", index]);
    return loadImport(relative, resolve(dirname(path), relative), place, importers, loader);
  });
  const tables = imports.flatMap(({ value }) => value ?? []);
  return {
    value: tables.length === imports.length ? [...new Set(tables)] : undefined,
    diagnostics: imports.flatMap(({ diagnostics }) => diagnostics),
  };
}

function loadImport(
  relative: string,
  target: string,
  place: Place,
  importers: readonly string[],
  loader: Loader,
): Checked<LoadedTable> {
  if (importers.includes(target)) {
    const cycle = [...importers.slice(importers.indexOf(target)), target].map((step) => `"${basename(step)}"`);
    const message = `The imports run in a circle: ${cycle.join(" imports ")}.`;
    const help = "Move what both need to a table of its own.";
    return failure({ code: "import-cycle", severity: "error", message, help, place });
  }
  const read = readFile(target, loader);
  if (isMissing(read)) return failure(missing(relative, place));
  if (read.value?.kind === "translation") {
    const message = `"${relative}" is a translation; only tables can be imported.`;
    const help = "Import the table that it translates.";
    return failure({ code: "translation-name", severity: "error", message, help, place });
  }
  return load(target, importers, loader);
}

/** A translation lies beside its table and is named after it: my.errors.yaml, my.zh-CN.errors.yaml. */
function loadTranslations(path: string, loader: Loader): Checked<readonly LoadedTranslation[]> {
  const base = TABLE_NAME.exec(basename(path))?.[1];
  const diagnostics: Diagnostic[] = [];
  const translations: LoadedTranslation[] = [];
  for (const name of loader.host.list(dirname(path)).toSorted()) {
    const match = TRANSLATION_NAME.exec(name);
    if (base === undefined || match === null || match[1] !== base) continue;
    const file = readFile(resolve(dirname(path), name), loader);
    // Not a translation but a table with a name like one, "my.core.errors.yaml": it stands for itself.
    if (file.value?.kind === "table" || !claimsToTranslate(file)) continue;
    diagnostics.push(...file.diagnostics);
    if (file.value === undefined) continue;
    const { document, data } = file.value;
    diagnostics.push(...checkName(name, match[2] ?? "", path, file.value));
    translations.push({ document, translation: data });
  }
  return { value: translations, diagnostics };
}

function claimsToTranslate(file: Checked<SpecFile>): boolean {
  return file.value !== undefined || file.diagnostics.some(({ place }) => /^translates:/m.test(place.source.text));
}

function checkName(
  name: string,
  locale: string,
  path: string,
  file: SpecFile & { kind: "translation" },
): readonly Diagnostic[] {
  const { document, data } = file;
  const diagnostics: Diagnostic[] = [];
  if (resolve(dirname(path), data.translates) !== path) {
    diagnostics.push({
      code: "translation-name",
      severity: "error",
      message: `"${name}" is named like a translation of "${basename(path)}", but it translates "${data.translates}".`,
      help: `Write "translates: ./${basename(path)}", or rename the file.`,
      place: placeOf(document, ["translates"]),
    });
  }
  if (data.locale !== locale) {
    diagnostics.push({
      code: "translation-name",
      severity: "error",
      message: `The file is named for "${locale}", but its locale is "${data.locale}".`,
      help: "Let the name and the locale agree.",
      place: placeOf(document, ["locale"]),
    });
  }
  return diagnostics;
}

function readFile(path: string, loader: Loader): Checked<SpecFile> {
  const known = loader.files.get(path);
  // Findings of a file are told once, however often it is needed.
  if (known !== undefined) return known;
  const file = parseFile(path, loader.host);
  loader.files.set(path, file);
  return file;
}

function parseFile(path: string, host: Host): Checked<SpecFile> {
  const source = decode(host.show(path), host.read(path));
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const document = parseSpec(source.value);
  if (document.value === undefined) return { value: undefined, diagnostics: document.diagnostics };
  const data = validate<Table & Translation>(document.value, validateLanguage);
  const diagnostics = [...document.diagnostics, ...data.diagnostics];
  if (data.value === undefined) return { value: undefined, diagnostics };
  const kind = "translates" in data.value ? "translation" : "table";
  return { value: { kind, document: document.value, data: data.value }, diagnostics };
}

function isMissing(file: Checked<SpecFile>): boolean {
  return file.diagnostics.some(({ code, place }) => code === "missing-file" && place.source.text === "");
}

function missing(relative: string, place: Place): Diagnostic {
  const message = `There is no file "${relative}".`;
  return { code: "missing-file", severity: "error", message, help: "The path is relative to this file.", place };
}

function failure(diagnostic: Diagnostic): Checked<never> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function placeOf(document: SpecDocument, path: readonly (string | number)[]): Place {
  return { source: document.source, span: document.valueSpan(path) };
}
