// The files of a target and the state of its folder become the list of changes that makes them equal. Pure.
import { relative } from "node:path";
import { compareText } from "../../diagnostic/diagnostic.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import { foldersOf, foldPath, journalName, manifestName, pathProblem } from "../files/paths.ts";
import { hasConflict } from "../state/conflict.ts";
import {
  hashOfBytes,
  hashOfText,
  joinListings,
  type Listing,
  type ManifestFacts,
  printListing,
  sha256,
} from "../state/manifest.ts";
import type { Found, TargetState } from "../state/state.ts";
import type { OutputFile, PlannedTarget } from "../state/target.ts";
import { plainBytes, type Records, recordsOf } from "./records.ts";

/** The path is relative to the target's folder, and empty for the folder itself. */
export type Change = { readonly path: string } & (
  | { readonly action: "none"; readonly kind: "unchanged" }
  | { readonly action: "write"; readonly kind: "create"; readonly after: string }
  /**
   * "line-ends": the text is right, its line ends or a byte order mark are not. "merged": Git put it together of two sides and has both.
   * "edited": by hand, and overwritten with --force.
   */
  | ({ readonly action: "write"; readonly kind: "update" | "line-ends" | "merged" | "edited" } & Present & {
        readonly after: string;
      })
  /** No longer made. "edited-orphan": edited by hand, and deleted with --force. */
  | ({ readonly action: "delete"; readonly kind: "orphan" | "edited-orphan" } & Present)
  /** A temporary file, lock or journal of a run that did not come to its end. */
  | { readonly action: "delete"; readonly kind: "leftover" }
  /** Hand edits are in the way; `after` is absent where the file is no longer made. */
  | (Refused & Present & { readonly kind: "edited" | "edited-orphan"; readonly after?: string })
  /** The file is not ours, or no file at all; never touched, even by force. */
  | (Refused & { readonly kind: "foreign" | "blocked" })
  /** A folder that no target makes any more. */
  | (Refused & { readonly kind: "abandoned" })
);

interface Present {
  readonly before: Uint8Array;
}
interface Refused {
  readonly action: "refuse";
  readonly reason: string;
}

export interface TargetPlan {
  readonly target: PlannedTarget;
  /** By path; the manifest is the last of them. */
  readonly changes: readonly Change[];
  /** Of all files of the target. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Written before the first file changes, so that the next run recognises the files of an interrupted one. */
  readonly journal: Listing;
  /** Paths that are no longer made, whether a file is there or not: their folders may be empty now. */
  readonly gone: readonly string[];
}

/** A run plans twice: before it waits for the lock, and after. */
const hashOf = memoize((file: OutputFile) => hashOfText(file.text));

/** The reason of a refused file that a formatter rewrote. */
export const LAYOUT_ONLY = "Only its layout differs: a formatter ran over it.";

const NO_MERGE =
  "It holds the lines of a conflict, but Git is merging no commits and has no copy of the file as it is: it may hold an edit by hand.";

/** `force` gives up hand edits, but only of files that the manifest lists. */
export function planTarget(
  target: PlannedTarget,
  state: TargetState,
  { force }: { readonly force: boolean },
): TargetPlan {
  const hashes = new Map(target.files.map((file) => [file.path, hashOf(file)]));
  const blocks = state.trouble === undefined ? clashes(target) : [refuse("", "blocked", state.trouble)];
  if (blocks.length > 0) return { target, changes: blocks, hashes, journal: new Map(), gone: [] };
  const records = recordsOf(state);
  const orphans = [...state.files].filter(([path]) => !hashes.has(path));
  const replaced = new Set(orphans.filter(([, now]) => now.kind === "file").map(([path]) => foldPath(path)));
  const changes = [
    ...target.files.map((file) => {
      const now = state.files.get(file.path) ?? { kind: "absent" };
      return planFile(file, now, records, replaced, force);
    }),
    ...orphans.flatMap(([path, now]) => planOrphan(path, now, records, force)),
    planManifest(manifestOf(hashes, target), state),
    ...planLeftover(journalName, state.journal.found),
    ...[...state.leftovers].flatMap(([path, now]) => planLeftover(path, now)),
  ];
  const writes = changes.filter((change) => change.action === "write" && change.path !== manifestName);
  const written = new Map(writes.map(({ path }) => [path, [hashes.get(path) ?? ""]]));
  return {
    target,
    changes: changes.toSorted(
      (a, b) => Number(a.path === manifestName) - Number(b.path === manifestName) || compareText(a.path, b.path),
    ),
    hashes,
    journal: joinListings(state.journal.listing, written),
    // A path behind a link lies in another folder.
    gone: orphans.filter(([, now]) => now.kind !== "blocked").map(([path]) => path),
  };
}

/** The text of the manifest of a target that is up to date. */
export function manifestOf(
  hashes: ReadonlyMap<string, string>,
  { folder, choices, config }: Pick<PlannedTarget, "folder"> & ManifestFacts,
): string {
  const listing = new Map([...hashes].map(([path, hash]) => [path, [hash]]));
  return printListing(listing, {
    choices,
    config: config === undefined ? undefined : relative(folder, config).replaceAll("\\", "/"),
  });
}

/** True if generate has nothing to change. */
export function isUpToDate(plan: TargetPlan): boolean {
  return plan.changes.every((change) => change.action === "none");
}

export function isRefused(plan: TargetPlan): boolean {
  return plan.changes.some((change) => change.action === "refuse");
}

/** True if a file and a text, of which the hash is known, differ at most in line ends and a byte order mark. */
function isSameText(bytes: Uint8Array, hash: string): boolean {
  return hashOfBytes(plainBytes(bytes)) === hash;
}

function planFile(
  file: OutputFile,
  now: Found,
  records: Records,
  replaced: ReadonlySet<string>,
  force: boolean,
): Change {
  const { path, text: after } = file;
  if (now.kind === "absent") return { kind: "create", action: "write", path, after };
  if (now.kind === "blocked") return refuse(path, "blocked", now.reason);
  const before = now.bytes;
  const listed = records.isListed(path);
  if (hashOfBytes(before) === hashOf(file)) {
    // On disks that ignore case, the removal of the old spelling removes this file too, so it is written after that.
    if (replaced.has(foldPath(path))) return { kind: "update", action: "write", path, before, after };
    return { kind: "unchanged", action: "none", path };
  }
  if (listed && isSameText(before, hashOf(file))) return { kind: "line-ends", action: "write", path, before, after };
  if (records.isOurs(path, before)) return { kind: "update", action: "write", path, before, after };
  if (records.isMerged(path, before, after)) return { kind: "merged", action: "write", path, before, after };
  if (!listed) return refuse(path, "foreign", records.stranger);
  if (force) return { kind: "edited", action: "write", path, before, after };
  const reason = hasConflict(before) ? NO_MERGE : "It was edited by hand.";
  return { kind: "edited", action: "refuse", path, reason, before, after };
}

function planOrphan(path: string, now: Found, records: Records, force: boolean): readonly Change[] {
  if (now.kind === "absent") return [];
  if (now.kind === "blocked") return records.isListed(path) ? [refuse(path, "blocked", now.reason)] : [];
  const before = now.bytes;
  if (records.isOurs(path, before)) return [{ kind: "orphan", action: "delete", path, before }];
  if (!records.isListed(path)) return [];
  if (force) return [{ kind: "edited-orphan", action: "delete", path, before }];
  const reason = "It was edited by hand and is no longer made.";
  return [{ kind: "edited-orphan", action: "refuse", path, reason, before }];
}

function planManifest(after: string, state: TargetState): Change {
  const path = manifestName;
  const now = state.manifest.found;
  if (now.kind === "absent") return { kind: "create", action: "write", path, after };
  if (now.kind === "blocked") return refuse(path, "blocked", now.reason);
  const before = now.bytes;
  if (Buffer.from(after).equals(before)) return { kind: "unchanged", action: "none", path };
  const kind = isSameText(before, sha256(after)) ? "line-ends" : "update";
  return { kind, action: "write", path, before, after };
}

function planLeftover(path: string, now: Found): readonly Change[] {
  if (now.kind === "absent") return [];
  if (now.kind === "blocked") return [refuse(path, "blocked", now.reason)];
  return [{ kind: "leftover", action: "delete", path }];
}

/** Files that would be one file, or a folder, on some disks. A path that no emitter may write at all is a bug. */
function clashes(target: PlannedTarget): readonly Change[] {
  const files = new Map<string, string>();
  const found: Change[] = [];
  for (const { path } of target.files) {
    const problem = pathProblem(path);
    if (problem !== undefined) throw new Error(`The path ${JSON.stringify(path)} of ${target.label} ${problem}.`);
    const other = files.get(foldPath(path));
    if (other !== undefined) found.push(refuse(path, "blocked", `It would be one file with "${other}" on some disks.`));
    files.set(foldPath(path), path);
  }
  for (const { path } of target.files) {
    const above = foldersOf(path).find((folder) => files.has(foldPath(folder)));
    if (above !== undefined) found.push(refuse(path, "blocked", `"${above}" would be both a file and a folder.`));
  }
  return found;
}

function refuse(path: string, kind: "foreign" | "blocked", reason: string): Change {
  return { kind, action: "refuse", path, reason };
}
