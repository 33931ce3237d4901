// The list of formats: each turns diagnostics, sorted as they are to be read, into one text.
import type { Colors } from "picocolors/types.js";
import type { Diagnostic } from "../diagnostic.ts";
import { reportGithub } from "./github.ts";
import { type CoverageState, type OutputState, reportJson } from "./json.ts";
import { reportText } from "./text.ts";

export interface ReportContext {
  /** From picocolors' createColors, so that the caller decides by stream. */
  readonly colors: Colors;
  /** Of commands that make files. */
  readonly outputs?: readonly OutputState[];
  /** Of lint. */
  readonly coverage?: readonly CoverageState[];
}

export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

export type ReportFormat = "text" | "json" | "github";

export const reports: Readonly<Record<ReportFormat, Report>> = Object.freeze({
  text: reportText,
  json: reportJson,
  github: reportGithub,
});

export const FORMATS = Object.freeze(Object.keys(reports) as ReportFormat[]);
