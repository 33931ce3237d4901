// The outcome of a command becomes text: a line per file as the result, and sentences that summarise and advise.
import { showControls } from "../diagnostic/unseen.ts";
import { manifestName } from "../output/files/paths.ts";
import { type Change, LAYOUT_ONLY } from "../output/plan/plan.ts";
import type { Outcome, TargetChange } from "../output/run/outcome.ts";

export type OutcomeVerb = "generate" | "dry-run" | "check" | "diff";

export interface OutcomeTextOptions {
  readonly verb: OutcomeVerb;
  /** A command line of this tool for the same tables and targets: command("generate", "--force"). */
  readonly command: (verb: string, ...flags: readonly string[]) => string;
  readonly paint?: { readonly good: Paint; readonly bad: Paint };
}

type Paint = (text: string) => string;

/** For stdout a line per file that is, or was, not up to date; for stderr the summary and the advice. */
export function outcomeText(outcome: Outcome, options: OutcomeTextOptions) {
  const { problem, written } = outcome;
  const refused = outcome.changes.filter(({ change }) => change.action === "refuse");
  const stopped = !isReadOnly(options) && refused.length > 0;
  // Where nothing was written, only the files that are in the way matter.
  const changes = withoutManifests(stopped ? refused : outcome.changes);
  const lines = problem === undefined && options.verb !== "diff" ? changes.map((change) => line(change, options)) : [];
  const sentences = [
    ...(problem === undefined ? [summary(outcome, changes, stopped, options)] : [problem.message, problem.help]),
    ...(written ? [] : advice(changes, options)),
    ...(outcome.left ?? []).map(
      (folder) => `No target makes the files in "${folder}" any more: ${options.command("clean")}`,
    ),
  ];
  return {
    out: lines.map((text) => `${text}\n`).join(""),
    err: sentences
      .filter((text) => text !== "")
      .map((text) => `${showControls(text)}\n`)
      .join(""),
  };
}

function isReadOnly({ verb }: OutcomeTextOptions): boolean {
  return verb === "check" || verb === "diff";
}

/** The manifest changes with every file, so it gets a line only where no other file of its folder has one. */
export function withoutManifests(changes: readonly TargetChange[]): readonly TargetChange[] {
  const folders = foldersOf(changes.filter(({ change }) => change.path !== manifestName));
  return changes.filter(
    (one) => one.change.path !== manifestName || one.change.action === "refuse" || !folders.includes(folderOf(one)),
  );
}

/** Each folder once; each ends in a slash, but for the caller's own, which is empty. */
function foldersOf(changes: readonly TargetChange[]): readonly string[] {
  return [...new Set(changes.map(folderOf))];
}

function folderOf({ path, change }: TargetChange): string {
  return path.slice(0, path.length - change.path.length);
}

const STATES: Readonly<Record<Change["kind"], string>> = {
  unchanged: "fresh",
  create: "missing",
  update: "stale",
  "line-ends": "line ends",
  merged: "merged",
  edited: "edited",
  orphan: "orphaned",
  "edited-orphan": "orphaned",
  leftover: "left over",
  foreign: "foreign",
  blocked: "blocked",
  abandoned: "orphaned",
};

function line({ path, change }: TargetChange, { verb, paint }: OutcomeTextOptions): string {
  const refused = change.action === "refuse";
  const isBad = verb === "check" || refused;
  const word = (isBad ? STATES[change.kind] : actionWord(change)).padEnd(10);
  const color = isBad ? paint?.bad : paint?.good;
  return `${color?.(word) ?? word} ${showControls(refused ? `${path}: ${change.reason}` : path)}`;
}

function actionWord({ action, kind }: Change): string {
  if (action === "delete") return "remove";
  if (kind === "create") return "create";
  return kind === "edited" ? "overwrite" : "update";
}

function summary(
  { upToDate, exit }: Outcome,
  changes: readonly TargetChange[],
  stopped: boolean,
  options: OutcomeTextOptions,
): string {
  if (exit === 1 || exit === 2) return "";
  if (changes.length === 0) return `${files(upToDate)} up to date.`;
  if (stopped) return `Nothing was written: ${files(changes.length)} in the way.`;
  if (isReadOnly(options)) return `${files(changes.length)} out of date, ${upToDate} up to date.`;
  const removed = changes.filter(({ change }) => change.action === "delete").length;
  const wrote = changes.length - removed;
  const count = (number: number, done: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? "file" : "files"} ${done}`];
  const text = [...count(wrote, "written"), ...count(removed, "removed"), `${upToDate} up to date`].join(", ");
  return options.verb === "dry-run" ? `${text}, if this were not a dry run.` : `${text}.`;
}

function advice(changes: readonly TargetChange[], options: OutcomeTextOptions): readonly string[] {
  const { command } = options;
  const has = (...kinds: readonly Change["kind"][]): boolean =>
    changes.some(({ change }) => kinds.includes(change.kind));
  const refused = changes.filter(({ change }) => change.action === "refuse");
  const edited = refused.filter(({ change }) => change.kind === "edited" || change.kind === "edited-orphan");
  const formatted = edited.filter(({ change }) => "reason" in change && change.reason === LAYOUT_ONLY);
  const sentences: string[] = [];
  if (has("line-ends") && isReadOnly(options)) {
    sentences.push(
      "Some files differ only in line ends or a byte order mark. Keep Git from changing them, in .gitattributes:",
      ...foldersOf(changes.filter(({ change }) => change.kind === "line-ends")).map(
        (folder) => `  ${folder}** text eol=lf`,
      ),
    );
  }
  if (has("leftover")) sentences.push("A run was interrupted, or is still at work; the next run completes it.");
  const abandoned = refused.filter(({ change }) => change.kind === "abandoned");
  if (abandoned.length > 0) sentences.push(`To delete the files that no target makes any more: ${command("clean")}`);
  if (refused.length > edited.length + abandoned.length) {
    sentences.push("Move the file in the way, or name another folder: errtable never writes over it.");
  }
  for (const folder of foldersOf(formatted)) {
    const pattern = JSON.stringify(`!${folder.replace(/\/$/, "") || "**"}`);
    sentences.push(
      `Keep formatters out of the folder: add it to .prettierignore, or to Biome's files.includes as ${pattern}.`,
    );
  }
  if (edited.length > formatted.length) {
    sentences.push(`Edited by hand, or by a merge. To see the edits: ${command("diff")}`);
  }
  if (edited.length > 0) {
    const lost = edited.length > formatted.length ? "To give them up" : "To restore errtable's layout";
    sentences.push(`${lost}: ${command("generate", "--force")}`);
  } else if (isReadOnly(options) && changes.length > abandoned.length) sentences.push(`Run: ${command("generate")}`);
  return sentences;
}

/** "1 file is", "2 files are" */
function files(count: number): string {
  return count === 1 ? "1 file is" : `${count} files are`;
}
