// The open files of an editor, the disk below them and the findings and tables that come of both.
import { sep } from "node:path";
import { loadConfigs } from "../../config/join-configs.ts";
import { tellMissing } from "../../config/missing-tables.ts";
import { checkLocales } from "../../config/targets.ts";
import { type Diagnostic, sortDiagnostics, uniqueDiagnostics } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import { acceptedPaths } from "../../evolution/accepted/accepted-file.ts";
import { checkAccepted } from "../../evolution/accepted/check-accepted.ts";
import { localesOf } from "../../model/build.ts";
import type { ProjectHost } from "../../reader/host.ts";
import { checkSchemaLines } from "../../reader/schema-line.ts";
import type { SpecFiles } from "../../reader/table/spec-files.ts";
import type { Severities } from "../../rules/run.ts";
import { type AnalyzedTable, analyzeTable } from "./analyze-table.ts";
import { type FoundProject, findProjects, specOfFile } from "./find-projects.ts";
import { type FileMemory, keptFiles } from "./kept-files.ts";
import { type KeptHost, type OpenFile, openFilesHost } from "./open-files.ts";

export interface Workspace {
  /** Absolute paths. */
  folders: readonly string[];
  readonly open: ReadonlyMap<string, OpenFile>;
  readonly disk: ProjectHost;
  readonly host: KeptHost;
  /** Opens a file, changes it, or closes it. */
  put(file: OpenFile): void;
  close(path: string): void;
  /** A file on the disk has changed; without a path any of them may have. */
  touch(path?: string): void;
  /** Of the present texts. */
  analyze(): Analysis;
}

export interface Analysis {
  /** By the path of the file that they are in; a file without findings is left out. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly projects: readonly AnalyzedProject[];
  /** By the path of a table that could not be checked, because of a bug. */
  readonly failures: ReadonlyMap<string, AnalysisFailure>;
  readonly files: SpecFiles;
}

export interface AnalysisFailure {
  readonly path: string;
  readonly error: unknown;
}

export interface AnalyzedProject extends FoundProject {
  readonly tables: readonly AnalyzedTable[];
}

export function createWorkspace(disk: ProjectHost): Workspace {
  const open = new Map<string, OpenFile>();
  const host = openFilesHost(disk, open);
  const memory: FileMemory = new Map();
  const analyzed = new Map<string, AnalyzedTable>();
  let current: Analysis | undefined;
  const workspace: Workspace = {
    folders: [],
    open,
    disk,
    host,
    put(file) {
      open.set(file.path, file);
      current = undefined;
    },
    close(path) {
      open.delete(path);
      host.forget(path);
      current = undefined;
    },
    touch(path) {
      if (path === undefined) host.forgetAll();
      else host.forget(path);
      current = undefined;
    },
    analyze() {
      current ??= analyze(workspace, memory, analyzed);
      return current;
    },
  };
  return workspace;
}

function analyze(
  { folders, open, host }: Workspace,
  memory: FileMemory,
  analyzed: Map<string, AnalyzedTable>,
): Analysis {
  const { files, forgetOthers } = keptFiles(host, memory);
  const paths = [...new Set([...open.keys()].flatMap((path) => specOfFile(path, host) ?? []))];
  const before = new Map(analyzed);
  analyzed.clear();
  const memories = { before, now: analyzed };
  const found = findProjects(folders, paths, host).map((project) => analyzeProject(project, host, files, memories));
  const unique = sortDiagnostics(uniqueDiagnostics(found.flatMap((one) => one.diagnostics)));
  const diagnostics = groupBy(unique, ({ place }) => place.source.path.split("/").join(sep));
  const projects = found.map(({ project }) => project);
  forgetOthers();
  const failed = projects.flatMap(({ tables }) => tables.filter(({ error }) => error !== undefined));
  const failures = new Map(failed.map(({ path, error }) => [path, { path, error }]));
  return { diagnostics, projects, failures, files };
}

function analyzeProject(project: FoundProject, host: ProjectHost, files: SpecFiles, { before, now }: Memories) {
  const { config, open } = project;
  const loaded = config === undefined ? undefined : loadConfigs([config], host);
  const severitiesOf = loaded?.value?.severities ?? ((): Severities => ({}));
  const listed = loaded?.value?.tables ?? [];
  const analyzeOne = (path: string): AnalyzedTable => {
    const key = `${config ?? ""}\n${path}`;
    const table = analyzeTable(path, files, severitiesOf(path), before.get(key));
    now.set(key, table);
    return table;
  };
  const tables = analyzeOpen(listed.map(analyzeOne), open, files, analyzeOne);
  const wrong = checkLocales(loaded?.value?.targets ?? [], (path) => {
    const table = tables.find((one) => one.path === path);
    const isSound = table?.diagnostics.every(({ severity }) => severity !== "error");
    return isSound && table?.table !== undefined ? localesOf(table.table) : undefined;
  });
  const paths = tables.map(({ path }) => path);
  const lines = checkSchemaLines(config, paths, acceptedPaths(config, paths), files);
  const accepted = checkAccepted(config, tables, host);
  const own = tables.flatMap(({ diagnostics }) => diagnostics);
  const found = loaded?.value === undefined ? own : tellMissing(own, loaded.value, host);
  const diagnostics = [...(loaded?.diagnostics ?? []), ...wrong, ...lines, ...accepted, ...found];
  return { project: { ...project, tables }, diagnostics };
}

/** The tables of the last analysis, and of this one. */
interface Memories {
  readonly before: ReadonlyMap<string, AnalyzedTable>;
  readonly now: Map<string, AnalyzedTable>;
}

/** A translation, or a table that is imported, is checked with the table that it belongs to. */
function analyzeOpen(
  listed: readonly AnalyzedTable[],
  open: readonly string[],
  files: SpecFiles,
  analyzeOne: (path: string) => AnalyzedTable,
): readonly AnalyzedTable[] {
  const isTranslation = (path: string): boolean => files.read(path).value?.kind === "translation";
  const tables = [...listed];
  // Translations come last, when their tables are there.
  for (const path of [...open.filter((one) => !isTranslation(one)), ...open.filter(isTranslation)]) {
    const isCovered = tables.some((table) => table.path === path || table.record.reads(path));
    if (!isCovered) tables.push(analyzeOne(path));
  }
  const isImported = (one: AnalyzedTable, index: number): boolean =>
    index >= listed.length &&
    tables.some(
      (other, at) => other !== one && other.record.reads(one.path) && !(at > index && one.record.reads(other.path)),
    );
  return tables.filter((one, index) => !isImported(one, index));
}
