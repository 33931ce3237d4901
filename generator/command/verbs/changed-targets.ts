// The targets and files of people that a change since a commit can reach: their inputs changed, or their own files.
import { basename, dirname, join, sep } from "node:path";
import { findCommit } from "../../baseline/git-commit.ts";
import type { Configuration } from "../../config/config.ts";
import { ownedSlots } from "../../config/owned-entries.ts";
import { readConfig } from "../../config/targets.ts";
import { foldersUp } from "../../output/files/paths.ts";
import { filesChangedSince } from "../../output/git/git-changes.ts";
import type { Problem } from "../../output/run/outcome.ts";
import { type Input, recordInputs } from "../../output/state/inputs.ts";
import { languageOf } from "../../owned/pages/page-languages.ts";
import { loadTable } from "../../reader/table/load.ts";
import type { Session } from "../session/session.ts";

export interface Reached {
  /** The commit as people are shown it. */
  readonly label: string;
  /** The names that `--only` takes; undefined where the change may reach everything. */
  readonly only: readonly string[] | undefined;
}

export function reachedSince(ref: string, session: Session): Reached | Problem {
  const commit = findCommit(session.folder, ref);
  if ("message" in commit) {
    const { isUnknown, message, help } = commit;
    return { message, help: isUnknown ? help : "Run it in a clone, or leave out --changed." };
  }
  const changed = filesChangedSince(commit.top, commit.id);
  if (changed === undefined) {
    const message = `Git cannot compare the files here with those of "${commit.label}".`;
    return { message, help: "Run git status to see the reason, or leave out --changed." };
  }
  const recorder = recordInputs(session.host);
  const { value } = readConfig(session, recorder.host);
  // The check itself reports a configuration with mistakes.
  const isCommon =
    value === undefined ||
    isReached(recorder.inputs(), changed) ||
    isTakenFromPattern(recorder.inputs(), changed, session) ||
    lockFiles(session).some((path) => changed.has(path));
  return { label: commit.label, only: isCommon ? undefined : namesOf(value, session, changed) };
}

function namesOf(config: Configuration, { host }: Session, changed: ReadonlySet<string>): readonly string[] {
  const reached = new Map<string, boolean>();
  const isTableReached = (path: string): boolean => {
    const known = reached.get(path);
    if (known !== undefined) return known;
    const { host: recording, inputs } = recordInputs(host);
    loadTable(path, recording);
    const answer = isReached(inputs(), changed);
    reached.set(path, answer);
    return answer;
  };
  const isInside = (folder: string): boolean => [...changed].some((path) => path.startsWith(folder + sep));
  return [
    ...config.targets
      .filter(({ tablePath, folder }) => isTableReached(tablePath) || isInside(folder))
      .map(({ shown }) => shown),
    ...ownedSlots(config, host)
      .filter(({ path, tables }) => changed.has(path) || [...tables.keys()].some(isTableReached))
      .map(({ shown }) => shown),
  ];
}

/** A file that is gone was an input where its name belongs to a table: a translation, for example. */
function isReached(inputs: readonly Input[], changed: ReadonlySet<string>): boolean {
  const files = inputs.filter(({ kind }) => kind === "file").map(({ path }) => path);
  if (files.some((path) => changed.has(path))) return true;
  const names = new Set(files.filter((path) => TABLE.test(path)).map((path) => path.replace(TABLE, "")));
  return [...changed].some((path) => {
    const [, name] = TRANSLATION.exec(basename(path)) ?? [];
    return name !== undefined && names.has(join(dirname(path), name));
  });
}

/** A pattern of the configuration may have named a file that is gone: pages, descriptions, tables and packages are looked for in folders. */
function isTakenFromPattern(inputs: readonly Input[], changed: ReadonlySet<string>, { host }: Session): boolean {
  const searched = new Set(inputs.filter(({ kind }) => kind === "entries").map(({ path }) => path));
  return [...changed].some(
    (path) =>
      (languageOf(path) !== undefined || /\.(?:ya?ml|json)$/.test(path)) &&
      foldersUp(dirname(path)).some((folder) => searched.has(folder)) &&
      "failure" in host.read(path),
  );
}

const TABLE = /\.errors\.ya?ml$/;
const TRANSLATION = /^(.+)\.[^.]+\.errors\.ya?ml$/;

/** Another errtable may make other files. */
function lockFiles({ folder, root }: Session): readonly string[] {
  const folders = new Set([...foldersUp(folder), ...foldersUp(root)]);
  return [...folders].flatMap((one) => LOCKS.map((name) => join(one, name)));
}

const LOCKS = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];
