// The line of a file that names a JSON Schema to editors: its place, and a finding where it leads nowhere.
import { dirname, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { FixedKinds } from "../diagnostic/kinds.ts";
import { sourceOf } from "./file-text.ts";
import type { Host } from "./host.ts";
import type { SpecFiles } from "./table/spec-files.ts";

/** The kind of findings about these lines. */
export const SCHEMA_LINE_KINDS = {
  "schema-line": {
    severity: "warning",
    summary: "The schema that a file names to editors exists.",
    explanation:
      "Editors complete and explain the fields of a file by the schema that a comment names: # yaml-language-server: $schema=path. Without the schema they say nothing at all. The path is relative to the file. Where no node_modules holds errtable, a target of the kind schemas puts the schemas into the project.",
  },
} as const satisfies FixedKinds;

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly schemaLines: keyof typeof SCHEMA_LINE_KINDS;
  }
}

export type SchemaName = "errtable.schema.json" | "errtable.config.schema.json" | "errtable.accepted.schema.json";

/** The comment that names a schema. */
export function schemaLine(path: string): string {
  return `# yaml-language-server: $schema=${path}`;
}

/** The forms that editors read; addresses are theirs to open. */
const LINE = /^#[ \t]*(?:yaml-language-server:.*?\$schema=|\$schema:[ \t]*)(?!\w+:\/\/)(\S+)/m;

/** The path of the schema in the nearest node_modules that has it, as a file of the folder names it. */
export function installedSchema(
  folder: string,
  name: SchemaName,
  exists: (path: string) => boolean,
): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = resolve(at, "node_modules/errtable/spec", name);
    if (exists(path)) return `./${relative(folder, path).split(sep).join("/")}`.replace(/^\.\/\.\.\//, "../");
    if (dirname(at) === at) return undefined;
  }
}

/** In the configuration, the tables and the translations beside them, and the files of accepted breaks. */
export function checkSchemaLines(
  config: string | undefined,
  tables: readonly string[],
  accepted: readonly string[],
  files: SpecFiles,
): readonly Diagnostic[] {
  const translations = tables.flatMap((table) => {
    const beside = files.namedFor(table);
    return "failure" in beside ? [] : beside;
  });
  const names = new Map<string, SchemaName>([
    ...(config === undefined ? [] : [[config, "errtable.config.schema.json"] as const]),
    ...[...tables, ...translations].map((path) => [path, "errtable.schema.json"] as const),
    ...accepted.map((path) => [path, "errtable.accepted.schema.json"] as const),
  ]);
  return [...names].flatMap(([path, name]) => checkSchemaLine(path, name, files.host));
}

/** Nothing for a file that cannot be read, which others report. */
export function checkSchemaLine(path: string, name: SchemaName, host: Host): readonly Diagnostic[] {
  const source = sourceOf(path, host).value;
  const line = source && LINE.exec(headOf(source.text));
  const [whole, written] = line ?? [];
  const exists = (file: string): boolean => !("failure" in host.read(file));
  if (source === undefined || whole === undefined || written === undefined) return [];
  const target = resolve(dirname(path), written);
  if (written === "none" || exists(target)) return [];
  const installed = installedSchema(dirname(path), name, exists);
  const end = (line?.index ?? 0) + whole.length;
  const span = { start: end - written.length, end };
  const message = `Editors find no schema: there is no file "${written}".`;
  const help =
    installed === undefined
      ? `Make one with a target of the kind schemas, and name its ${name} here.`
      : `Write $schema=${installed}.`;
  const fix = installed === undefined ? {} : { fix: [{ ...span, text: installed }] };
  return [{ code: "schema-line", severity: "warning", message, help, place: { source, span }, ...fix }];
}

/** The comments before the first line with content: editors read no others. */
function headOf(text: string): string {
  return /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*/.exec(text)?.[0] ?? "";
}
