// Diagnostics as one JSON document, for programs. It is valid also when there is nothing to say.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Severity } from "../diagnostic/kinds.ts";
import { type Place, positionAt } from "../diagnostic/source.ts";

/** The documented shape. */
export interface JsonReport {
  readonly findings: readonly JsonFinding[];
  readonly errors: number;
  readonly warnings: number;
  /** Of generate, check and diff: the files that are not as they should be, or were not. */
  readonly outputs?: readonly OutputState[];
  /** Of lint: how many of the texts that readers see each locale of each table has, but its own. */
  readonly coverage?: readonly CoverageState[];
}

export interface CoverageState {
  readonly table: string;
  readonly locale: string;
  readonly texts: number;
  readonly translated: number;
}

export interface OutputState {
  readonly path: string;
  /** Such as "update" (stale), "create" (missing), "edited", "orphan", "line-ends", "foreign". */
  readonly state: string;
}

export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is the first place behind. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Where it begins in the file, in UTF-16 units from 0. */
  readonly offset: number;
}

export function reportJson(
  diagnostics: readonly Diagnostic[],
  { outputs, coverage }: Pick<JsonReport, "outputs" | "coverage"> = {},
): string {
  const report: JsonReport = {
    findings: diagnostics.map(toFinding),
    errors: diagnostics.filter(({ severity }) => severity === "error").length,
    warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
    ...(outputs === undefined ? {} : { outputs }),
    ...(coverage === undefined ? {} : { coverage }),
  };
  // What JSON leaves as it is may still be a command to a terminal.
  return `${JSON.stringify(report, undefined, 2).replace(UNSAFE, toEscape)}\n`;
}

function toFinding({ code, severity, message, place, help, related }: Diagnostic): JsonFinding {
  return {
    ...toPlace(place),
    rule: code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...toPlace(other.place), message: other.message })) }),
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

const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
