// Gives tables their next version: the one that is named, or the one that the changes since an older version ask for.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { compareVersions, isVersion, nextVersion, VERSION_STEPS, type VersionStep } from "../../model/version.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import type { LoadedTable } from "../../reader/table/resolve.ts";
import { setVersion } from "../../refactor/bump-version.ts";
import type { ChangedFile } from "../../refactor/document-changes.ts";
import { refactorError } from "../../refactor/refactor-kinds.ts";
import { versionOf } from "../../refactor/retirement.ts";
import type { Options } from "../session/command-line.ts";
import { reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { openTables, refactorTables } from "./refactor-tables.ts";

/** The step, or the version, that the changes of a table ask for, by its path; undefined where nothing changed. An exit code after a report. */
export type Advise = (
  session: Session,
  against: string,
) => Promise<ReadonlyMap<string, VersionStep | string> | ExitCode>;

export async function bump(
  step: string | undefined,
  options: Options,
  session: Session,
  advise?: Advise,
): Promise<ExitCode> {
  const { dryRun = false, against } = options;
  const isKnown = step === undefined || isVersion(step) || isStep(step);
  if (!isKnown || (step === undefined && against === undefined)) {
    const message =
      step === undefined ? "There is nothing that says the next version." : `"${step}" is no step, and no version.`;
    await reportProblem(session, { message, help: BUMP_HELP });
    return 2;
  }
  const open = await openTables(session, "errtable bump minor --table my.errors.yaml", dryRun);
  if (typeof open === "number") return open;
  const named = session.tables.length > 0 ? session.tables : [...open.byPath.keys()];
  if (step !== undefined && named.length > 1 && session.tables.length === 0) {
    const message = `There are ${named.length} tables, and each has a version of its own.`;
    await reportProblem(session, {
      message,
      help: `Name the table: errtable bump ${step} --table ${session.host.show(named[0] ?? "")}`,
    });
    return 2;
  }
  const advice = step === undefined ? await advise?.(session, against ?? "") : undefined;
  if (typeof advice === "number") return advice;
  const bumps = named.flatMap((path) => {
    const wanted = step ?? advice?.get(path);
    const table = open.byPath.get(path);
    return wanted === undefined || table === undefined ? [] : [bumped(table, wanted)];
  });
  return refactorTables(session, open, together(bumps), {
    command: "bump",
    files: step === undefined ? [] : [step],
    flags: against === undefined ? [] : ["--against", against],
    options,
    words: () => sentences(bumps, dryRun),
  });
}

const BUMP_HELP =
  "Name a step or a version (errtable bump minor, errtable bump 2.0.0), or the version to compare with: errtable bump --against main";

interface Bump {
  readonly file: ChangedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string;
}

function isStep(text: string): text is VersionStep {
  return VERSION_STEPS.some((step) => step === text);
}

/** A table without a version begins at 0.0.0. */
function bumped({ document }: LoadedTable, wanted: VersionStep | string): Bump {
  const { source } = document;
  const from = versionOf(document);
  const to = isStep(wanted) ? nextVersion(from ?? "0.0.0", wanted) : wanted;
  const common = { path: source.path, from, to };
  if (from !== undefined && compareVersions(from, to) >= 0) {
    const message = `The version ${to} does not come after ${from}.`;
    const place = { source, span: document.valueSpan(["version"]) };
    const help = "Name a version that comes after it, or a step: major, minor or patch.";
    return { ...common, file: undefined, diagnostics: [refactorError("refactor-version", place, message, help)] };
  }
  const { value: file, diagnostics } = setVersion(document, to);
  return { ...common, file, diagnostics };
}

function together(bumps: readonly Bump[]) {
  const diagnostics = bumps.flatMap((one) => one.diagnostics);
  const files = bumps.flatMap(({ file }) => file ?? []);
  return { value: diagnostics.length > 0 ? undefined : { files }, diagnostics };
}

function sentences(bumps: readonly Bump[], dryRun: boolean): readonly string[] {
  if (bumps.length === 0) return ["No table has a change that asks for another version."];
  return bumps.map(({ path, from, to }) => {
    const verb = dryRun ? "Would bump" : "Bumped";
    return `${verb} "${path}" ${from === undefined ? "" : `from ${from} `}to ${to}.`;
  });
}
