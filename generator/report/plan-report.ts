// How changes are told to people: a line per file as the result, and in words what it means and what to do.
import { showControls } from "../diagnostic/unseen.ts";
import type { Outcome, TargetChange } from "../output/outcome.ts";
import { manifestName } from "../output/paths.ts";
import type { Change } from "../output/plan.ts";

export interface Told {
  /** For stdout: a line per file that is not as it should be, or was not. */
  readonly out: string;
  /** For stderr: the summary, and what to do. */
  readonly err: string;
}

export interface TellOptions {
  readonly verb: "generate" | "dry-run" | "check" | "diff";
  /** A command line of this tool for the same tables and targets: command("generate", "--force"). */
  command(verb: string, ...flags: readonly string[]): string;
  readonly paint?: { readonly good: Paint; readonly bad: Paint };
}

export type Paint = (text: string) => string;

export function tellOutcome(outcome: Outcome, options: TellOptions): Told {
  const refused = outcome.changes.filter(({ change }) => change.action === "refuse");
  const stopped = options.verb !== "check" && options.verb !== "diff" && refused.length > 0;
  // What is in the way is all that counts where nothing was written.
  const changes = withoutBooks(stopped ? refused : outcome.changes);
  const lines =
    outcome.problem === undefined && options.verb !== "diff" ? changes.map((change) => line(change, options)) : [];
  const words = [
    ...(outcome.problem === undefined ? [summarise(outcome, changes, stopped, options)] : []),
    ...(outcome.problem === undefined ? [] : [outcome.problem.message, outcome.problem.help]),
    ...(outcome.written ? [] : advise(changes, options)),
  ];
  return {
    out: lines.map((text) => `${text}\n`).join(""),
    err: words
      .filter(Boolean)
      .map((text) => `${showControls(text)}\n`)
      .join(""),
  };
}

/** The manifest changes with every file; it is worth a line only where nothing else of its folder is. */
function withoutBooks(changes: readonly TargetChange[]): readonly TargetChange[] {
  const folders = new Set(changes.filter(({ change }) => change.path !== manifestName).map(folderOf));
  return changes.filter(
    (one) => one.change.path !== manifestName || one.change.action === "refuse" || !folders.has(folderOf(one)),
  );
}

function folderOf({ path, change }: TargetChange): string {
  return path.slice(0, path.length - change.path.length);
}

const states: Readonly<Record<Change["kind"], string>> = {
  unchanged: "fresh",
  adopted: "fresh",
  create: "missing",
  update: "stale",
  "line-ends": "line ends",
  edited: "edited",
  orphan: "orphaned",
  "edited-orphan": "orphaned",
  leftover: "left over",
  foreign: "foreign",
  blocked: "blocked",
};

function line({ path, change }: TargetChange, { verb, paint }: TellOptions): string {
  const refused = change.action === "refuse";
  const word = verb === "check" || refused ? states[change.kind] : deed(change);
  const color = verb === "check" || refused ? paint?.bad : paint?.good;
  const padded = word.padEnd(10);
  const reason = refused ? `: ${change.reason}` : "";
  return `${color === undefined ? padded : color(padded)} ${showControls(path + reason)}`;
}

function deed({ action, kind }: Change): string {
  if (action === "delete") return "remove";
  if (kind === "create") return "create";
  return kind === "edited" ? "overwrite" : "update";
}

function summarise(
  outcome: Outcome,
  changes: readonly TargetChange[],
  stopped: boolean,
  { verb }: TellOptions,
): string {
  const fresh = outcome.upToDate;
  if (outcome.exit === 1 || outcome.exit === 2) return "";
  if (changes.length === 0) return fresh === 1 ? "1 file is up to date." : `${fresh} files are up to date.`;
  if (stopped) return `Nothing was written: ${files(changes.length)} ${be(changes.length)} in the way.`;
  if (verb === "check" || verb === "diff") {
    return `${files(changes.length)} ${be(changes.length)} out of date, ${fresh} up to date.`;
  }
  const removed = changes.filter(({ change }) => change.action === "delete").length;
  const wrote = changes.length - removed;
  const parts = [
    wrote > 0 ? `${files(wrote)} written` : "",
    removed > 0 ? `${files(removed)} removed` : "",
    `${fresh} up to date`,
  ];
  const text = parts.filter(Boolean).join(", ");
  return verb === "dry-run" ? `${text}, if this were not a dry run.` : `${text}.`;
}

function advise(changes: readonly TargetChange[], { verb, command }: TellOptions): readonly string[] {
  const has = (...kinds: readonly Change["kind"][]): boolean =>
    changes.some(({ change }) => kinds.includes(change.kind));
  const refused = (...kinds: readonly Change["kind"][]): boolean =>
    changes.some(({ change }) => change.action === "refuse" && kinds.includes(change.kind));
  const advice: string[] = [];
  if (has("line-ends") && verb !== "dry-run" && verb !== "generate") {
    const folders = new Set(changes.filter(({ change }) => change.kind === "line-ends").map(folderOf));
    advice.push(
      "Some files differ only in line ends or a byte order mark. Keep Git from changing them, in .gitattributes:",
    );
    for (const folder of folders) advice.push(`  ${folder}** text eol=lf`);
  }
  if (has("leftover")) advice.push("A run was interrupted, or is still at work; the next one completes it.");
  if (refused("foreign", "blocked")) {
    advice.push("Move away what is in the way, or name another folder: errtable never writes over it.");
  }
  if (refused("edited", "edited-orphan")) {
    advice.push(`Edited by hand, or by a merge. To see the edits: ${command("diff")}`);
    advice.push(`To give them up: ${command("generate", "--force")}`);
  } else if ((verb === "check" || verb === "diff") && changes.length > 0) {
    advice.push(`Run: ${command("generate")}`);
  }
  return advice;
}

function files(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

function be(count: number): string {
  return count === 1 ? "is" : "are";
}
