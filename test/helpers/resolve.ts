// Tables written in tests become resolved tables, through the real reader.

import { memoryHost } from "../../generator/reader/host.ts";
import { loadTable } from "../../generator/reader/table/load.ts";
import type { ResolvedTable } from "../../generator/reader/table/resolve.ts";
import { resolveTable } from "../../generator/reader/table/resolve-tables.ts";

/** The first file is the table, or a translation of it. Fails where a file cannot be read. */
export function resolveFiles(files: Readonly<Record<string, string>>): ResolvedTable {
  const [first = ""] = Object.keys(files);
  const { value, diagnostics } = loadTable(`/${first}`, memoryHost(files));
  if (value === undefined || diagnostics.length > 0) {
    throw new Error(
      diagnostics.map(({ code, message, place }) => `${place.source.path}: ${code}: ${message}`).join("\n"),
    );
  }
  return resolveTable(value);
}

/** A table of the given text, without its first lines. */
export function resolveText(text: string): ResolvedTable {
  return resolveFiles({ "example.errors.yaml": `errtable: 1\nname: Example\n${text}` });
}
