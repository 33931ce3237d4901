// Models for tests, from tables as files and as data: through the reader and the builder, without the rules.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildModel } from "../../generator/model/build.ts";
import type { Model } from "../../generator/model/model.ts";
import type { Host } from "../../generator/reader/host.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import { resolveTable } from "../../generator/reader/table/resolve-tables.ts";

const ROOT = join(import.meta.dirname, "../..");

const DISK: Host = {
  read: (path) => (existsSync(path) ? readFileSync(path) : { failure: "missing", detail: "no such file" }),
  list: (folder) => readdirSync(folder),
  show: (path) => relative(ROOT, path),
};

/** The model of a table in the project, with its imports and translations; the same one for all tests. */
export function modelOfFile(path: string): Model {
  const model = models.get(path) ?? modelFrom(join(ROOT, path), DISK);
  models.set(path, model);
  return model;
}

const models = new Map<string, Model>();

/** The model of a table that is written as data. */
export function modelOf(table: Readonly<Record<string, unknown>>): Model {
  return modelOfText(JSON.stringify({ errtable: 1, name: "Demo", ...table }));
}

/** The model of a table that is written as text. */
export function modelOfText(text: string): Model {
  return modelOfFiles({ "demo.errors.yaml": text });
}

/** The model of the first file, with its imports and translations among the others. */
export function modelOfFiles(files: Readonly<Record<string, string>>): Model {
  const [first = ""] = Object.keys(files);
  return modelFrom(`/${first}`, memoryHost(files));
}

function modelFrom(path: string, host: Host): Model {
  const { value, diagnostics } = loadTable(path, host);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return buildModel(resolveTable(value));
}
