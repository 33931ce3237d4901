// Everything besides findings that a report may tell; each format takes the parts that it has a form for.
import type { Colors } from "picocolors/types.js";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import type { Problem } from "../output/run/outcome.ts";
import type { CoverageState, OutputState, VersionState } from "./json-report.ts";

export interface ReportContext {
  /** From picocolors' createColors: the caller decides by stream. */
  readonly colors: Colors;
  /** Every finding, also in a report for people. */
  readonly all?: boolean;
  /** In a report for people, a line for the warnings of each rule. */
  readonly brief?: boolean;
  /** Of commands that make files. */
  readonly outputs?: readonly OutputState[];
  /** Of lint. */
  readonly coverage?: readonly CoverageState[];
  /** Of breaking. */
  readonly versions?: readonly VersionState[];
  /** The files that make the command fail, as findings, for formats that know nothing but findings. */
  readonly files?: readonly Diagnostic[];
  /** The reason why the command did nothing. */
  readonly problem?: Problem | undefined;
  /** The paths of the tables that were checked, with findings or without. */
  readonly checked?: readonly string[];
  /** Whether warnings make the command fail. */
  readonly failOnWarnings?: boolean;
  /** The path as the repository has it; paths of findings are relative to the caller's folder. */
  readonly repositoryPath?: (path: string) => string;
  /** The kind of a finding, for formats that explain it. */
  readonly kindOf?: ((id: string) => DiagnosticKind | undefined) | undefined;
  /** The version of errtable. */
  readonly version?: string;
}
