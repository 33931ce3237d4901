// A source is read as `init --from` reads it; the table that comes of it is data for the tests, and has no errors of its own.
import { expect } from "vitest";
import { parse } from "yaml";
import { tableName } from "../../generator/command/init/init-files.ts";
import { readTables } from "../../generator/compile.ts";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { positionAt } from "../../generator/diagnostic/source.ts";
import type { Dropped } from "../../generator/intake/found-table.ts";
import { parseColumns } from "../../generator/intake/pages/asked-columns.ts";
import { readSource } from "../../generator/intake/read-source.ts";
import { tableText } from "../../generator/intake/table-text.ts";
import { countFitting } from "../../generator/intake/try-examples.ts";
import { textOfFile } from "../../generator/reader/file-text.ts";
import { memoryHost } from "../../generator/reader/host.ts";

export interface ReadTable {
  readonly table: Table;
  readonly text: string;
  readonly dropped: readonly Dropped[];
  /** The example bodies, and how many of them the table takes. */
  readonly examples: number;
  readonly bodies: readonly unknown[];
  readonly fitting: number;
}

export interface Table {
  readonly name: string;
  readonly placeholders?: string;
  readonly body?: Record<string, unknown>;
  readonly errors: Record<string, Record<string, unknown>>;
  readonly operations?: Record<string, readonly unknown[]>;
}

interface Options {
  readonly columns?: string;
  /** Files beside the source. */
  readonly files?: Readonly<Record<string, string>>;
}

export function read(path: string, content: unknown, options: Options = {}): ReadTable {
  const found = readFile(path, content, options);
  if ("length" in found) throw new Error(found.map(({ message }) => message).join("\n"));
  const nameOf = (title: string | undefined): string => tableName(title ?? "") ?? "MyService";
  const { text, dropped } = tableText(found, path, nameOf);
  expect(errorsOf(text)).toEqual([]);
  const { examples: bodies } = found;
  return {
    ...{ table: parse(text) as Table, text, dropped },
    ...{ examples: bodies.length, bodies, fitting: countFitting(found) },
  };
}

export function tableOf(path: string, content: unknown, options: Options = {}): Table {
  return read(path, content, options).table;
}

/** The parts that the report names for this reason. */
export function namesOf({ dropped }: ReadTable, reason: string): readonly string[] {
  return dropped.flatMap((one) => (one.reason === reason ? [one.name] : []));
}

/** The places, ids and messages of the findings that refuse a source. */
export function refusals(path: string, content: string | Uint8Array, options: Options = {}): readonly string[] {
  const found = readFile(path, content, options);
  if (!("length" in found)) throw new Error("The source was read.");
  return found.map(({ code, message, help, place: { source, span } }) => {
    expect(message).toMatch(/^\S.*\.$/s);
    expect(help).toMatch(/^\S.*\S$/s);
    const { line, column } = positionAt(source, span.start);
    return `${source.path}:${line}:${column} ${code} ${message}`;
  });
}

export function readFile(path: string, content: unknown, { columns, files }: Options = {}) {
  const bytes = typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);
  const host = memoryHost({ ...files, [path]: bytes });
  const { value, diagnostics } = textOfFile(path, host.read(`/${path}`));
  if (value === undefined) return diagnostics;
  const asked = columns === undefined ? undefined : parseColumns(columns);
  if (typeof asked === "string") throw new Error(asked);
  return readSource(value, `/${path}`, host, asked);
}

function errorsOf(text: string): readonly string[] {
  const host = memoryHost({ "read.errors.yaml": text });
  const { diagnostics } = readTables({ tables: ["/read.errors.yaml"], targets: [] }, host);
  return diagnostics.filter(isError).map(({ code, message }) => `${code}: ${message}`);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
