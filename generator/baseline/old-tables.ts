// Files of a host become old versions of tables: YAML with its imports and translations, or errors.json of a catalogue.

import { basename } from "node:path";
import { type CheckedTable, readTable } from "../compile.ts";
import { type Diagnostic, hasErrors, sortDiagnostics, uniqueDiagnostics } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Baseline, PlaceOf } from "../evolution/baseline.ts";
import { placesIn } from "../evolution/table-places.ts";
import { textOfFile } from "../reader/file-text.ts";
import type { Host } from "../reader/host.ts";
import { specFilesLike } from "../reader/table/spec-files.ts";
import { readYaml, type SpecDocument } from "../reader/yaml/document.ts";
import { ONLY_REQUIRED } from "../rules/run.ts";
import { parseJson } from "../text/json/parse-json.ts";
import type { Json } from "../text/json/value.ts";
import { baselineFinding } from "./baseline-kinds.ts";
import { CATALOG_LAYOUT, isCatalog, modelOfCatalog } from "./catalog-model.ts";
import type { PresentTable } from "./present-table.ts";

export interface OldTable {
  /** As the host has it. */
  readonly path: string;
  readonly baseline: Baseline;
}

export interface OldTables {
  readonly tables: readonly OldTable[];
  /** The reasons why others could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** By their endings: tables, and catalogues. The command compares them with the present tables. */
export function readOldTables(
  paths: readonly string[],
  label: string,
  host: Host,
  present: readonly PresentTable[],
): OldTables {
  const catalogs = paths.filter((path) => path.endsWith(".json"));
  const yaml = readYamlTables(
    paths.filter((path) => !path.endsWith(".json")),
    label,
    host,
    present,
  );
  const read = catalogs.map((path) => readCatalog(path, label, host));
  return {
    tables: [...yaml.tables, ...read.flatMap(({ tables }) => tables)],
    diagnostics: [...yaml.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function readYamlTables(
  paths: readonly string[],
  label: string,
  host: Host,
  present: readonly PresentTable[],
): OldTables {
  const like = likenessOf(paths, present);
  const files = specFilesLike(host, like.document);
  const read = paths.map((path) => {
    const other = like.table(path);
    // The present table has no error, and only required rules run.
    const { table, diagnostics, build } = readTable(path, files, ONLY_REQUIRED, other && { ...other, isClean: true });
    return { path, table, diagnostics, model: build?.() };
  });
  const tables = read.flatMap(({ path, table, model }): readonly OldTable[] => {
    if (table === undefined || model === undefined) return [];
    return [{ path, baseline: { label, model, placeOf: placesIn(table) } }];
  });
  // Two tables that import the same table find the same things in it.
  const diagnostics = sortDiagnostics(uniqueDiagnostics(read.flatMap((one) => one.diagnostics)));
  return { tables, diagnostics: diagnostics.filter(({ severity }) => severity === "error") };
}

/** The present tables that old ones are probably like, and the documents of their files. To be wrong only takes longer. */
function likenessOf(paths: readonly string[], present: readonly PresentTable[]) {
  const byPath = new Map(
    present.flatMap(({ path, checked }) => (checked === undefined ? [] : [[path, checked] as const])),
  );
  const [only] = byPath.values();
  const byName = new Map(Array.from(byPath, ([path, checked]) => [basename(path), checked]));
  const table = (path: string): CheckedTable | undefined =>
    byPath.get(path) ?? (byPath.size === 1 && paths.length === 1 ? only : byName.get(basename(path)));
  const documents = [...byPath.values()].flatMap(({ table: { tables } }) =>
    tables.flatMap((one) => [one.document, ...one.translations.map(({ document }) => document)]),
  );
  const others = new Map(documents.map((document) => [basename(document.source.path), document]));
  const document = (path: string): SpecDocument | undefined =>
    (paths.includes(path) ? table(path)?.table.root.document : undefined) ?? others.get(basename(path));
  return { table, document };
}

function readCatalog(path: string, label: string, host: Host): OldTables {
  const { value: source, diagnostics } = textOfFile(host.show(path), host.read(path));
  if (source === undefined) return { tables: [], diagnostics };
  const data = parseJson(source.text);
  if (data === undefined) return { tables: [], diagnostics: [noJson(source)] };
  if (!isCatalog(data)) {
    const help = "Name a table, its errors.json, or a folder that holds one of them.";
    return failed(source, `"${source.path}" is neither a table nor the errors.json of one.`, help);
  }
  if (data["catalog"] !== CATALOG_LAYOUT) return failed(source, ...otherLayout(source, data["catalog"]));
  const { model, faults } = modelOfCatalog(data);
  if (faults.length === 0) {
    const baseline = { label, model, placeOf: placesInCatalog(source), document: { source, span: START } };
    return { tables: [{ path, baseline }], diagnostics: [] };
  }
  // Only a file with faults is read a second time, for their places.
  const places = readYaml(source).value;
  const found = faults.slice(0, MOST_FAULTS).map(({ path: at, expected }): Diagnostic => {
    const name = at.length === 0 ? "The file" : `"${at.join(".")}"`;
    const message = `${name} is not ${expected}, as errors.json has it.`;
    const span = places?.valueSpan(at) ?? START;
    return { code: "unreadable-baseline", severity: "error", message, help: MAKE_ANEW, place: { source, span } };
  });
  return { tables: [], diagnostics: found };
}

const START = { start: 0, end: 0 };

/** The first member that names the code is that of its error; other parts have no place of their own. */
function placesInCatalog(source: SourceFile): PlaceOf {
  return ([field, code]) => {
    const member = `"code": ${JSON.stringify(code ?? "")}`;
    const start = field === "errors" && code !== undefined ? source.text.indexOf(member) : -1;
    return { source, span: start < 0 ? START : { start, end: start + member.length } };
  };
}

const MOST_FAULTS = 5;
const MAKE_ANEW = "Make it anew with errtable generate, or compare with the table itself.";

/** The reader of YAML tells where, in almost all cases. */
function noJson(source: SourceFile): Diagnostic {
  const error = readYaml(source).diagnostics.find((one) => hasErrors([one]));
  const place = error?.place ?? { source, span: START };
  const message = `"${source.path}" is no JSON${error === undefined ? "" : `: ${error.message}`}`.replace(/\.?$/, ".");
  return { code: "unreadable-baseline", severity: "error", message, help: MAKE_ANEW, place };
}

function otherLayout({ path }: SourceFile, layout: Json | undefined): readonly [message: string, help: string] {
  if (typeof layout === "number" && layout > CATALOG_LAYOUT) {
    const message = `"${path}" has the layout ${layout} of a newer errtable; this one reads the layout ${CATALOG_LAYOUT}.`;
    return [message, "Install the errtable that made it, or a newer one."];
  }
  const has = typeof layout === "number" ? `has the older layout ${layout}` : "does not say which layout it has";
  return [`"${path}" ${has}; this errtable reads the layout ${CATALOG_LAYOUT}.`, MAKE_ANEW];
}

function failed(source: SourceFile, message: string, help: string): OldTables {
  return { tables: [], diagnostics: [baselineFinding("unreadable-baseline", source.path, message, help)] };
}
