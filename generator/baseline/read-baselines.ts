// The argument of --against or --since becomes the old versions of the present tables, or the reasons why there are none.
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { didYouMean } from "../diagnostic/suggest.ts";
import type { Fs } from "../output/files/fs.ts";
import { foldersUp } from "../output/files/paths.ts";
import { baselineFinding } from "./baseline-kinds.ts";
import { type Commit, findCommit } from "./git-commit.ts";
import { byRepository, readCommitTables } from "./git-tables.ts";
import { type Matches, matchTables, type TableRequest } from "./match-tables.ts";
import { type OldTable, readOldTables } from "./old-tables.ts";
import { findPackage, type Npm, packageName, type TableFiles } from "./package-tables.ts";
import type { PresentTable } from "./present-table.ts";
import { filesBelow, isCatalogName } from "./table-files.ts";

export interface BaselineRequest extends TableRequest {
  readonly fs: Fs;
  readonly npm?: Npm;
}

export interface ReadBaselines extends Matches {
  /** As people are shown it: "main", "@shop/errors@1.2.0". */
  readonly label: string;
  /** Where the old tables are those of commits. */
  readonly commits: readonly Commit[];
  /** Any of them means that nothing may be said about breaks. */
  readonly diagnostics: readonly Diagnostic[];
}

export function readBaselines(against: string, request: BaselineRequest): ReadBaselines {
  if (against.trim() === "") {
    const help = "Name a branch, a tag, a commit, a file, a folder or a package; a variable of a script may be empty.";
    return failed(request, { message: "The older version has no name.", help });
  }
  if (against.startsWith("npm:")) return ofPackage(against.slice("npm:".length), request);
  if (against.startsWith("git:")) return ofCommits(against.slice("git:".length), request);
  const path = resolve(request.folder, against);
  const isThere = request.fs.real(path) !== undefined;
  if (PATH.test(against)) {
    if (isThere) return ofPath(path, request);
    const help = "Paths are relative to the folder that you are in.";
    return failed(request, { message: `There is no file or folder "${against}".`, help });
  }
  if (!isThere) return ofCommits(against, request);
  const found = findCommit(request.folder, against);
  if ("message" in found) return ofPath(path, request);
  const message = `"${against}" is both a commit and a file or folder.`;
  const help = `Write --against git:${against} for the commit, or --against ./${against} for the other.`;
  return failed(request, { message, help });
}

/** Texts that can only be paths. */
const PATH = /^(?:\.{0,2}[/\\]|\.{1,2}$|[A-Za-z]:[/\\])|\.(?:json|ya?ml)$/;

function ofCommits(name: string, request: BaselineRequest): ReadBaselines {
  const { fs } = request;
  const old: OldTable[] = [];
  const diagnostics: Diagnostic[] = [];
  const commits: Commit[] = [];
  // Git knows no links outside of its commits.
  const own = new Map(request.tables.map((table) => [realPath(table.path, fs), table]));
  const present = Array.from(own, ([path, table]) => ({ ...table, path }));
  const hasGit = (folder: string): boolean => fs.entry(resolve(folder, ".git")) !== undefined;
  for (const [folder, tables] of byRepository(present, hasGit, foldersUp)) {
    const commit = findCommit(folder, name);
    if ("message" in commit) {
      diagnostics.push(
        finding(
          request,
          tables.map((table) => own.get(table.path) ?? table),
          commit,
        ),
      );
      continue;
    }
    const read = readCommitTables(commit, tables, request);
    commits.push(commit);
    old.push(...read.tables.map((table) => ({ ...table, path: own.get(table.path)?.path ?? table.path })));
    diagnostics.push(...read.diagnostics);
  }
  const matched = matchTables(request.tables, old);
  // Named tables are compared alone.
  const gone = request.configs.length === 0 ? [] : matched.gone;
  return { ...matched, gone, label: commits[0]?.label ?? name, commits, diagnostics };
}

/** A table that is a link itself stays one, which Git follows within the commit. */
function realPath(path: string, fs: Fs): string {
  const folder = fs.real(dirname(path));
  return folder === undefined ? path : join(folder, basename(path));
}

function ofPackage(text: string, request: BaselineRequest): ReadBaselines {
  const wanted = packageName(text);
  if (wanted === undefined) {
    const help = "Name it as npm does: npm:@shop/errors, npm:my-errors@^1.2.0, npm:my-errors@latest.";
    return failed(request, { message: `"${text}" is no name of a package.`, help });
  }
  const found = findPackage(wanted, request.root, request.fs, request.npm);
  return "message" in found ? failed(request, found) : ofFiles(found, request);
}

function ofPath(path: string, request: BaselineRequest): ReadBaselines {
  const { host } = request;
  const label = host.show(path);
  // A link to a folder is a folder.
  const isFolder = !("failure" in host.list(path));
  if (isFolder) return ofFiles({ label, paths: filesBelow(path, host), host }, request);
  const { tables, diagnostics } = readOldTables([path], label, host, request.tables);
  const [first] = request.tables;
  const [only] = tables;
  // A file that is named for one table is its older version, also under another name.
  const isNamed = request.tables.length === 1 && first !== undefined && only !== undefined;
  const old = isNamed ? [{ ...only, path: first.path }] : tables;
  return wholeOrNothing({ ...matchTables(request.tables, old), label, commits: [], diagnostics }, tables, request);
}

/** Files that are no tables may stand between them, and are a reason to stop only where a table is missing. */
function ofFiles({ label, paths, host }: TableFiles, request: BaselineRequest): ReadBaselines {
  const names = new Set(request.tables.map(({ name }) => name));
  const catalogs = readOldTables(paths.filter(isCatalogName), label, host, []);
  const known = new Set(catalogs.tables.map(({ baseline }) => baseline.model.name));
  const isComplete = [...names].every((name) => known.has(name));
  const yaml = isComplete
    ? undefined
    : readOldTables(
        paths.filter((path) => !isCatalogName(path)),
        label,
        host,
        request.tables,
      );
  const others = (yaml?.tables ?? []).filter(({ baseline }) => !known.has(baseline.model.name));
  const tables = [...catalogs.tables, ...others];
  const matched = matchTables(request.tables, tables);
  const failures = [...catalogs.diagnostics, ...(yaml?.diagnostics ?? [])];
  const diagnostics = matched.added.length > 0 ? failures : [];
  // A table in YAML may be there only for others to import it.
  const made = new Set(catalogs.tables.map(({ baseline }) => baseline));
  const gone = request.configs.length === 0 ? [] : matched.gone.filter((baseline) => made.has(baseline));
  return wholeOrNothing({ ...matched, gone, label, commits: [], diagnostics }, tables, request);
}

/** A baseline without any of the tables is the wrong one. */
function wholeOrNothing(read: ReadBaselines, tables: readonly OldTable[], request: BaselineRequest): ReadBaselines {
  const { baselines, diagnostics, label } = read;
  if (baselines.size > 0 || diagnostics.length > 0) return read;
  const names = tables.map(({ baseline }) => baseline.model.name);
  const [{ name } = { name: "" }] = request.tables;
  const message = `"${label}" holds no version of the table "${name}".`;
  const guess = didYouMean(name, names) ?? (names.length === 0 ? undefined : `It holds: ${names.join(", ")}.`);
  return failed(request, {
    message,
    help: guess ?? "It holds no errors.json of errtable, and no table.",
  });
}

interface Failure {
  readonly message: string;
  readonly help: string;
}

function failed(request: BaselineRequest, failure: Failure): ReadBaselines {
  const { tables } = request;
  const diagnostics = [finding(request, tables, failure)];
  return { baselines: new Map(), added: [], gone: [], label: "", commits: [], diagnostics };
}

/** It stands at the first of the tables that cannot be compared. */
function finding(
  { host, folder }: BaselineRequest,
  [first]: readonly PresentTable[],
  { message, help }: Failure,
): Diagnostic {
  return baselineFinding("unknown-baseline", host.show(first?.path ?? folder), message, help);
}
