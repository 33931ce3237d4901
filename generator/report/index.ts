// The list of formats: each turns diagnostics, sorted as they are to be read, into one text.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { reportGithub } from "./github-report.ts";
import { reportJson } from "./json-report.ts";
import type { ReportContext } from "./report-context.ts";
import { reportText } from "./text-report.ts";

export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

export type ReportFormat = "text" | "json" | "github";

export const reports: Readonly<Record<ReportFormat, Report>> = Object.freeze({
  text: reportText,
  json: reportJson,
  github: reportGithub,
});

export const FORMATS = Object.freeze(Object.keys(reports) as ReportFormat[]);
