// What every command is given, and how commands tell people what was found.
import { dirname, resolve } from "node:path";
import type { Configuration } from "../config/config.ts";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Host } from "../reader/host.ts";
import type { ReportFormat } from "../report/index.ts";
import type { CoverageState, OutputState } from "../report/json-report.ts";
import type { Terminal } from "../report/terminal.ts";
import type { Invocation } from "./invocation.ts";
import type { MakerThread } from "./thread.ts";

/** 0 fine, 1 findings in the spec, 2 usage or configuration, 3 out of date, 4 would overwrite a hand edit. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface Context {
  readonly invocation: Invocation;
  /** Whether the command line named the configuration, so that advice has to name it too. */
  readonly namesConfig: boolean;
  /** The targets that are meant, by kind, table or folder; all if empty. */
  readonly only: readonly string[];
  readonly host: Host;
  readonly terminal: Terminal;
  /** Absent where everything is made on this thread. */
  readonly startMaker: (() => Promise<MakerThread>) | undefined;
  readonly format: ReportFormat;
  readonly failOnWarnings: boolean;
}

/** The project that the command line means; without one, people have been told why. */
export async function openOrExplain(context: Context): Promise<Configuration | undefined> {
  const { invocation, host } = context;
  if (!isMeant(context)) return undefined;
  const { openProject } = await import("./project.ts");
  const { value, diagnostics } = openProject(invocation, host);
  if (diagnostics.length > 0) await tell(diagnostics, context, "narration");
  return value;
}

/** Whether the command line means anything; where it does not, people have been told what to do. */
export function isMeant({ invocation, terminal }: Context): boolean {
  if (invocation.out !== undefined && invocation.tables.length === 0) {
    terminal.err("--out needs the tables that it is for: errtable generate my.errors.yaml --out errors/\n");
    return false;
  }
  if (invocation.out !== undefined && isRootFolder(resolve(invocation.folder, invocation.out))) {
    terminal.err(
      "--out names the root folder of the disk, where no products belong.\n" +
        "Name a folder of theirs: errtable generate my.errors.yaml --out errors/\n",
    );
    return false;
  }
  if (invocation.config !== undefined || invocation.tables.length > 0) return true;
  terminal.err(
    'There is no errtable.config.yaml here or in "spec".\n' +
      "Name a table (errtable lint my.errors.yaml), or start a project with: errtable init\n",
  );
  return false;
}

function isRootFolder(path: string): boolean {
  return dirname(path) === path;
}

/** As the result of the command, or beside it; a machine's format is always the result. */
export async function tell(
  diagnostics: readonly Diagnostic[],
  context: Context,
  as: "result" | "narration",
  outputs?: readonly OutputState[],
  coverage?: readonly CoverageState[],
): Promise<void> {
  const { terminal, format } = context;
  // People are told nothing of what is fine; a machine's report always has its form.
  if (diagnostics.length === 0 && format === "text") return;
  const { reports } = await import("../report/index.ts");
  const isResult = as === "result" || format !== "text";
  const colors = isResult ? terminal.outColors : terminal.errColors;
  const text = reports[format](diagnostics, { colors, ...(outputs && { outputs }), ...(coverage && { coverage }) });
  if (isResult) terminal.out(text);
  else terminal.err(text);
}

export function exitCodeOf(diagnostics: readonly Diagnostic[], failOnWarnings: boolean): ExitCode {
  return hasErrors(diagnostics) || (failOnWarnings && diagnostics.length > 0) ? 1 : 0;
}
