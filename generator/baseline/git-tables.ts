// The tables of a commit become the old versions of the present ones, wherever they stood then.
import { dirname, join, relative, resolve, sep } from "node:path";
import { loadConfigs } from "../config/join-configs.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { groupBy } from "../diagnostic/group-by.ts";
import { readWithGit } from "../output/git/git.ts";
import type { ProjectHost } from "../reader/host.ts";
import { TRANSLATION_NAME } from "../reader/table/spec-files.ts";
import type { Commit } from "./git-commit.ts";
import { gitHost } from "./git-host.ts";
import type { TableRequest } from "./match-tables.ts";
import { type OldTable, readOldTables } from "./old-tables.ts";
import { pendingBreaks } from "./pending-breaks.ts";
import type { PresentTable } from "./present-table.ts";

export interface CommitTables {
  readonly tables: readonly OldTable[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The present tables are those in the commit's repository. */
export function readCommitTables(
  commit: Commit,
  present: readonly PresentTable[],
  { configs }: TableRequest,
): CommitTables {
  const host = gitHost(commit);
  const configured = configuredTables(configs, commit.top, host);
  // Each folder is listed once, and its tables are read together.
  for (const folder of new Set(present.map(({ path }) => dirname(path)))) host.list(folder);
  const isThere = (path: string): boolean => {
    const read = host.read(path);
    return !("failure" in read) || read.failure !== "missing";
  };
  const paths = [...new Set([...present.map(({ path }) => path), ...configured])].filter(isThere);
  const first = readOldTables(paths, commit.label, host, present);
  const known = new Set(first.tables.map(({ baseline }) => baseline.model.name));
  const sought = present.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  const named = sought.length === 0 ? [] : pathsOfNames(commit, sought, paths);
  const moved = readOldTables(named, commit.label, host, present);
  for (const { baseline } of moved.tables) known.add(baseline.model.name);
  // A configuration lists the tables of then; without one, a file that is gone may be a table that has another name and place now.
  const isLost = configs.length === 0 && present.some(({ path, name }) => !known.has(name) && !paths.includes(path));
  const gone = readOldTables(isLost ? pathsGone(commit, [...paths, ...named]) : [], commit.label, host, []);
  const pendingOf = pendingBreaks(commit, host);
  return {
    tables: [...first.tables, ...moved.tables, ...gone.tables].map(({ path, baseline }) => {
      return { path, baseline: { ...baseline, pending: pendingOf(path) } };
    }),
    // A file that only looks like the table that was sought is no reason to stop.
    diagnostics: first.diagnostics,
  };
}

/** The tables of a commit whose files are gone since. */
function pathsGone({ top, id }: Commit, known: readonly string[]): readonly string[] {
  const flags = ["--name-only", "--no-renames", "--diff-filter=D", "-z"];
  const { exit, output } = readWithGit(top, ["diff", ...flags, id, "--", "*.errors.yaml", "*.errors.yml"]);
  const found = exit === 0 ? Buffer.from(output).toString().split("\0").filter(Boolean) : [];
  return found.map((path) => join(top, path)).filter((path) => !known.includes(path) && !TRANSLATION_NAME.test(path));
}

/** The tables that the configurations had then; one that could not be read then had none. */
function configuredTables(configs: readonly string[], top: string, host: ProjectHost): readonly string[] {
  if (configs.length === 0) return [];
  // Patterns and files that are not there are then answered from one listing of the commit.
  host.entries(top);
  return loadConfigs(configs, host).value?.tables ?? [];
}

/** The files of a commit with a line that says one of the names; the reader decides whether they are tables. */
function pathsOfNames({ top, id }: Commit, names: readonly string[], known: readonly string[]): readonly string[] {
  // Regular expressions of some systems cannot refer back to the first quote.
  const line = `^['"]?name['"]?[[:space:]]*:[[:space:]]*['"]?(${names.join("|")})['"]?[[:space:]]*(#.*)?.?$`;
  const { exit, output } = readWithGit(top, ["grep", "-z", "-l", "-I", "-E", line, id, "--", "*.yaml", "*.yml"]);
  if (exit !== 0) return [];
  const found = Buffer.from(output).toString().split("\0").filter(Boolean);
  // Git writes the name of the commit before each path.
  const paths = found.map((path) => join(top, path.slice(path.indexOf(":") + 1)));
  return paths.filter((path) => !known.includes(path) && !isInstalled(relative(top, path)));
}

function isInstalled(path: string): boolean {
  return path.split(sep).includes("node_modules");
}

/** The present tables by the repository that they are in, as far as the disk tells. */
export function byRepository(
  present: readonly PresentTable[],
  hasGit: (folder: string) => boolean,
  foldersUp: (folder: string) => readonly string[],
): readonly (readonly [folder: string, tables: readonly PresentTable[]])[] {
  const groups = groupBy(present, ({ path }) => foldersUp(dirname(path)).find(hasGit) ?? dirname(path));
  return Array.from(groups, ([folder, tables]) => [resolve(folder), tables] as const);
}
