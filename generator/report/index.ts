// The list of report formats. A format turns diagnostics, sorted for reading, into one text; it loads when it is used.
import type { Colors } from "picocolors/types.js";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { CoverageState, OutputState } from "./json-report.ts";

export const REPORTS = {
  text: async () => (await import("./text-report.ts")).reportText,
  json: async () => (await import("./json-report.ts")).reportJson,
  github: async () => (await import("./github-report.ts")).reportGithub,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type ReportFormat = keyof typeof REPORTS;

type Reporter = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;

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
}
