// Files of a host become old versions of tables: YAML with its imports and translations, or errors.json of a catalogue.

import { buildModels, readTables } from "../compile.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Baseline, PlaceOf } from "../evolution/baseline.ts";
import { placesIn } from "../evolution/table-places.ts";
import { textOfFile } from "../reader/file-text.ts";
import type { Host } from "../reader/host.ts";
import { readYaml } from "../reader/yaml/document.ts";
import { ONLY_REQUIRED } from "../rules/run.ts";
import { parseJson } from "../text/json/parse-json.ts";
import type { Json } from "../text/json/value.ts";
import { baselineFinding } from "./baseline-kinds.ts";
import { CATALOG_LAYOUT, isCatalog, modelOfCatalog } from "./catalog-model.ts";

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

/** By their endings: tables, and catalogues. */
export function readOldTables(paths: readonly string[], label: string, host: Host): OldTables {
  const catalogs = paths.filter((path) => path.endsWith(".json"));
  const yaml = readYamlTables(
    paths.filter((path) => !path.endsWith(".json")),
    label,
    host,
  );
  const read = catalogs.map((path) => readCatalog(path, label, host));
  return {
    tables: [...yaml.tables, ...read.flatMap(({ tables }) => tables)],
    diagnostics: [...yaml.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function readYamlTables(paths: readonly string[], label: string, host: Host): OldTables {
  if (paths.length === 0) return { tables: [], diagnostics: [] };
  const { tables, diagnostics } = readTables({ tables: paths, targets: [], severities: ONLY_REQUIRED }, host);
  const models = buildModels(tables);
  const old = Array.from(tables, ([path, table]): OldTable[] => {
    const model = models.get(path);
    return model === undefined ? [] : [{ path, baseline: { label, model, placeOf: placesIn(table) } }];
  });
  return { tables: old.flat(), diagnostics: diagnostics.filter(({ severity }) => severity === "error") };
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
