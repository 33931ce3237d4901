// What a report is made with besides the diagnostics.
import type { Colors } from "picocolors/types.js";
import type { CoverageState, OutputState } from "./json-report.ts";

export interface ReportContext {
  /** From picocolors' createColors, so that the caller decides by stream. */
  readonly colors: Colors;
  /** Of commands that make files. */
  readonly outputs?: readonly OutputState[];
  /** Of lint. */
  readonly coverage?: readonly CoverageState[];
}
