// Lists the files that a run reads and makes, for the engines of builds that decide whether to run errtable at all.
import { buildModels, readTables } from "../../compile.ts";
import type { ConfiguredTarget } from "../../config/configured-target.ts";
import { tellMissing } from "../../config/missing-tables.ts";
import { ownedSlots } from "../../config/owned-entries.ts";
import { readConfig } from "../../config/targets.ts";
import { compareText, hasErrors } from "../../diagnostic/diagnostic.ts";
import { manifestName } from "../../output/files/paths.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { type Input, recordInputs } from "../../output/state/inputs.ts";
import { readChoices } from "../../output/state/state.ts";
import { selectTargets } from "../../output/state/target.ts";
import { emit, settle } from "../../products/index.ts";
import { loadTable } from "../../reader/table/load.ts";
import { usageProblem } from "../session/command-line.ts";
import { noTargets, unknownTarget } from "../session/missing-target.ts";
import { reportFindings, reportProblem } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

/** Paths are relative to the caller's folder, sorted, each once. */
export interface BuildFiles {
  readonly files: readonly string[];
  /** Of inputs: folders where another file, such as a translation or a page that a pattern names, would be another input. */
  readonly folders?: readonly string[];
  readonly targets: readonly TargetFiles[];
}

interface TargetFiles {
  readonly kind: string;
  readonly table: string;
  readonly out: string;
  readonly files: readonly string[];
}

/** The files that are read; an exit code where they cannot be told, after a report. */
export async function inputFiles(session: Session): Promise<BuildFiles | ExitCode> {
  const { host, config } = session;
  const opened = await openSelection(session);
  if (typeof opened === "number") return opened;
  const { tables, targets, inputs, owned, nameOf } = opened;
  const common = config === undefined ? [] : inputs;
  const read = new Map(
    tables.map((path) => {
      const recorder = recordInputs(host);
      const { value, diagnostics } = loadTable(path, recorder.host);
      // A table with mistakes has inputs all the same; of a file that cannot be read nobody knows the imports.
      return [path, { inputs: recorder.inputs(), problems: value === undefined ? diagnostics : [] }] as const;
    }),
  );
  const unread = [...read.values()].flatMap((one) => one.problems);
  const problems = tellMissing(unread, { tables, nameOf }, host);
  if (problems.length > 0) {
    await reportFindings(session, problems);
    return exitOfErrors(problems);
  }
  const all = [...common, ...[...read.values()].flatMap((one) => one.inputs)];
  const show = (list: readonly Input[], kind: Input["kind"]) =>
    listed(list.filter((one) => isThere(one, kind)).map(({ path }) => host.show(path)));
  const files = listed([...show(all, "file"), ...owned.map((path) => host.show(path))]);
  return {
    files,
    folders: listed([...show(all, "folder"), ...show(all, "entries")]),
    targets: targets.map((target) => ({
      ...named(target, session),
      files: show([...common, ...(read.get(target.tablePath)?.inputs ?? [])], "file"),
    })),
  };
}

/** The files that generate makes, manifests included. No file is printed for that. */
export async function outputFiles(session: Session): Promise<BuildFiles | ExitCode> {
  const { host } = session;
  const opened = await openSelection(session);
  if (typeof opened === "number") return opened;
  const { tables, targets, severities, nameOf, diagnostics: found, problem } = opened;
  if (problem !== undefined) {
    await reportProblem(session, problem);
    return 2;
  }
  const { tables: read, diagnostics } = readTables({ tables, targets: [], severities }, host);
  const all = [...found, ...tellMissing(diagnostics, { tables, nameOf }, host)];
  if (hasErrors(all)) {
    await reportFindings(session, all);
    return exitOfErrors(all);
  }
  const models = buildModels(read);
  const made = targets.map(async (target): Promise<TargetFiles> => {
    const model = models.get(target.tablePath);
    if (model === undefined) throw new Error(`The table ${target.tablePath} has neither a model nor an error.`);
    const { product } = await settle(target.product, model, readChoices(session.fs, target.folder));
    const names = [...(await emit(product, model)).map(({ path }) => path), manifestName];
    const shown = host.show(target.folder);
    return {
      ...named(target, session),
      files: listed(names.map((name) => (shown === "." ? name : `${shown}/${name}`))),
    };
  });
  const finished = await Promise.all(made);
  return { files: listed(finished.flatMap(({ files }) => files)), targets: finished };
}

/** The tables and targets that the command line selects, and the inputs of the configuration. */
async function openSelection(session: Session) {
  const usage = usageProblem(session, "errtable inputs my.errors.yaml");
  if (usage !== undefined) {
    await reportProblem(session, usage);
    return 2;
  }
  const recorder = recordInputs(session.host);
  const { value, diagnostics } = readConfig(session, recorder.host);
  if (value === undefined) {
    await reportFindings(session, diagnostics);
    return 2;
  }
  const selected = selectTargets(value.targets, session.only, ownedSlots(value, session.host));
  if ("unknown" in selected) {
    await reportProblem(session, unknownTarget(selected));
    return 2;
  }
  const { targets } = selected;
  // A table without a target is checked by lint alone.
  const isSelected = (path: string): boolean => targets.some(({ tablePath }) => tablePath === path);
  const tables = session.only.length === 0 ? value.tables : value.tables.filter(isSelected);
  const { severities, nameOf } = value;
  const owned = selected.owned.map(({ path }) => path);
  const problem = noTargets(session, value, targets.length + owned.length);
  return { tables, targets, severities, diagnostics, inputs: recorder.inputs(), owned, nameOf, problem };
}

/** Failures have words in the place of a hash. */
function isThere({ kind, hash }: Input, wanted: Input["kind"]): boolean {
  return kind === wanted && /^[0-9a-f]{64}$/.test(hash);
}

function named({ kind, tablePath, folder }: ConfiguredTarget, { host }: Session): Omit<TargetFiles, "files"> {
  return { kind, table: host.show(tablePath), out: host.show(folder) };
}

function listed(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].toSorted(compareText);
}
