// A file becomes the errors that it describes: an API description, a service model, a schema or a page with tables.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import type { Host } from "../reader/host.ts";
import { conflictsOf } from "../reader/yaml/merge-conflicts.ts";
import { isObject, type Json, type JsonObject } from "../text/json/value.ts";
import { readApiDescription } from "./description/api-description.ts";
import type { FoundTable } from "./found-table.ts";
import { refuseSource } from "./intake-kinds.ts";
import { readBotocore } from "./models/botocore-model.ts";
import { readSchemaBodies } from "./models/schema-bodies.ts";
import { readSchemaEnum } from "./models/schema-enum.ts";
import { readSmithy } from "./models/smithy-model.ts";
import type { AskedColumns } from "./pages/asked-columns.ts";
import { readCsv } from "./pages/csv-grid.ts";
import { dataGrids } from "./pages/data-grids.ts";
import type { FoundPage } from "./pages/found-grid.ts";
import { readPage } from "./pages/grid-errors.ts";
import { readHtml } from "./pages/html-grids.ts";
import { readMarkdownPage } from "./pages/markdown-grids.ts";
import { readData } from "./source-data.ts";
import { sourceKind } from "./source-kind.ts";

/** `path` is absolute; references to other files are read through the host. */
export function readSource(
  source: SourceFile,
  path: string,
  host: Host,
  asked: AskedColumns | undefined,
): FoundTable | readonly Diagnostic[] {
  const kind = sourceKind(source);
  if (typeof kind !== "string") return [kind];
  if (kind === "data") return readModel(source, path, host, asked);
  const conflicts = conflictsOf(source, (lines) => kind === "csv" || /\||<t[dhr]\b/i.test(lines));
  if (conflicts.length > 0) return conflicts;
  const page = pageOf(kind, source);
  return "grids" in page ? readGrids(page, source, asked) : page;
}

function readGrids(
  page: FoundPage,
  source: SourceFile,
  asked: AskedColumns | undefined,
): FoundTable | readonly Diagnostic[] {
  const found = readPage(page, source, asked);
  return found.errors.length === 0 ? [noCodes(source, page, found, asked)] : found;
}

function pageOf(kind: "csv" | "markdown" | "html", source: SourceFile): FoundPage | readonly Diagnostic[] {
  switch (kind) {
    case "csv":
      return readCsv(source);
    case "markdown":
      return readMarkdownPage(source.text);
    case "html":
      return readHtml(source.text);
    default:
      return kind satisfies never;
  }
}

function noCodes(
  source: SourceFile,
  { grids }: FoundPage,
  { dropped }: FoundTable,
  asked: AskedColumns | undefined,
): Diagnostic {
  const first = grids.find(({ header }) => header.some(({ plain }) => plain !== ""));
  const columns = first?.header.map(({ plain }) => `"${plain}"`).join(", ");
  const message =
    first === undefined
      ? "The page has no table."
      : `No table of the page has a column of error codes: ${dropped
          .slice(0, 3)
          .map(({ name }) => `"${name}"`)
          .join(", ")}.`;
  const help =
    first === undefined
      ? "Save the page with its tables, as Markdown, HTML or CSV."
      : asked === undefined
        ? `Name the columns, by number or by header, as in --columns code=1. The first table has ${columns}.`
        : `The first table has the columns ${columns}.`;
  return refuseSource(source, first?.at ?? 0, "nothing-to-read", message, help);
}

function readModel(
  source: SourceFile,
  path: string,
  host: Host,
  asked: AskedColumns | undefined,
): FoundTable | readonly Diagnostic[] {
  const data = readData(source);
  if (!("data" in data)) return data;
  const model = data.data;
  if (!isList(model) && model["errtable"] !== undefined) {
    const help = "Copy the file; errtable init writes the configuration of a table that is there.";
    return [refuseSource(source, 0, "source-kind", "This is a table of errtable already.", help)];
  }
  const isDescription =
    !isList(model) && ["openapi", "swagger", "components", "paths", "shapes"].some((name) => model[name] !== undefined);
  const rows = isDescription ? undefined : dataGrids(model);
  if (rows !== undefined) return readGrids(rows, source, asked);
  if (isList(model)) {
    const help = "A list of errors has an object with a code for each of them.";
    return [refuseSource(source, 0, "source-kind", "The list has items that are no objects.", help)];
  }
  if (asked !== undefined)
    return [refuseSource(source, 0, "source-kind", "This file has no table with columns.", "Leave out --columns.")];
  if (isObject(model["shapes"]) && typeof model["smithy"] === "string") return readSmithy(model, source);
  if (isObject(model["shapes"]) && isObject(model["metadata"])) return readBotocore(model, source);
  if (isDescription) return readApiDescription(model, source, path, host);
  return readSchemaBodies(model, path, host) ?? readSchemaEnum(model, source);
}

function isList(data: JsonObject | readonly Json[]): data is readonly Json[] {
  return Array.isArray(data);
}
