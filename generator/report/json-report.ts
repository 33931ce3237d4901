// Diagnostics as one JSON document, for programs. It is valid also without any.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Severity } from "../diagnostic/kinds.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";
import { escapeControls } from "../diagnostic/unseen.ts";
import type { Problem } from "../output/run/outcome.ts";

/** The documented shape; a field without a value is left out of the JSON. */
interface JsonReport {
  readonly findings: readonly JsonFinding[];
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Of commands that make or change files: the files that are, or were, not up to date. */
  readonly outputs: readonly OutputState[] | undefined;
  /** Of lint: the number of translated texts per locale of each table, without its own locale. */
  readonly coverage: readonly CoverageState[] | undefined;
  /** Of breaking: the versions that the changes of tables ask for; a table without changes is left out. */
  readonly versions: readonly VersionState[] | undefined;
  /** The reason why the command did nothing: the command line means nothing here, or the system refused to write. */
  readonly problem: Problem | undefined;
}

export interface CoverageState {
  readonly table: string;
  readonly locale: string;
  readonly texts: number;
  readonly translated: number;
}

export interface VersionState {
  readonly table: string;
  /** The version of the baseline, and the least one that tells of the changes; absent where the baseline has none. */
  readonly from?: string | undefined;
  readonly next?: string | undefined;
  /** "major" for a break. */
  readonly step: string;
  /** Whether the table has that version, or a later one. */
  readonly isBumped: boolean;
}

export interface OutputState {
  readonly path: string;
  /** Such as "update" (stale), "create" (missing), "edited", "orphan", "line-ends", "foreign". */
  readonly state: string;
}

interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  /** Lines as the file could have them. */
  readonly example: string | undefined;
  readonly related: readonly (JsonPlace & { readonly message: string })[] | undefined;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is the first position after the place. */
interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The start in the file, in UTF-16 units from 0. */
  readonly offset: number;
}

export function reportJson(
  diagnostics: readonly Diagnostic[],
  {
    outputs,
    coverage,
    versions,
    problem,
  }: Partial<Pick<JsonReport, "outputs" | "coverage" | "versions" | "problem">> = {},
): string {
  const report: JsonReport = {
    findings: diagnostics.map(toFinding),
    errors: diagnostics.filter(({ severity }) => severity === "error").length,
    warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
    notes: diagnostics.filter(({ severity }) => severity === "note").length,
    outputs,
    coverage,
    versions,
    problem,
  };
  return `${escapeControls(JSON.stringify(report, undefined, 2))}\n`;
}

function toFinding({ code, severity, message, place, help, example, related }: Diagnostic): JsonFinding {
  return {
    ...toPlace(place),
    rule: code,
    severity,
    message,
    help,
    example: example?.join("\n"),
    related: related?.map((other) => ({ ...toPlace(other.place), message: other.message })),
  };
}

function toPlace({ source, span }: Place): JsonPlace {
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  return {
    file: source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: span.start,
  };
}
