// Merges files for Git: the next run of generate makes generated ones, and errors in pages and descriptions, anew from the merged table, and
// a table gets the rows of both sides.
import { basename, join } from "node:path";
import type { SourceFile } from "../../diagnostic/source.ts";
import { mergeAccepted } from "../../evolution/accepted/merge-accepted.ts";
import type { Fs } from "../../output/files/fs.ts";
import { foldersOf, manifestName } from "../../output/files/paths.ts";
import { git } from "../../output/git/git.ts";
import { plainBytes } from "../../output/plan/records.ts";
import type { ExitCode } from "../../output/run/outcome.ts";
import { mergeManifests, parseListing, sha256 } from "../../output/state/manifest.ts";
import { place } from "../../output/state/state.ts";
import { takeBack, type Undo, writeTemporary } from "../../output/write/apply.ts";
import { replaceFiles } from "../../output/write/replace.ts";
import { textOfFile } from "../../reader/file-text.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import { mergeTables, type Sides } from "../../refactor/merge-tables.ts";
import type { Session } from "../session/session.ts";

/**
 * The first three are files that Git made, and `path` is the place in the work tree. A manifest gets the entries of both
 * sides, so that generate knows the files of both as errtable's; a generated file stays as it is on this side; a table gets the
 * rows of both, and a file of accepted breaks the entries; a page or a description gets the words of both. Any other file is left
 * to a merge of lines, by status 1.
 */
export async function mergeForGit(
  [base = "", ours = "", theirs = "", path = ""]: readonly string[],
  { project: { fs }, folder }: Session,
): Promise<ExitCode> {
  const before = fs.read(join(folder, ours));
  const joins = TABLE.test(path) ? mergeTables : ACCEPTED.test(path) ? mergeAccepted : undefined;
  if (joins !== undefined) return mergeEntries(fs, folder, { base, ours, theirs }, joins);
  if (basename(path) !== manifestName)
    return isGenerated(fs, folder, path, before) ? 0 : mergeWords(fs, folder, { base, ours, theirs }, path);
  const after = mergeManifests(before, fs.read(join(folder, theirs)));
  if (after === undefined) return 1;
  replaceFiles(fs, [{ path: join(folder, ours), before, after: Buffer.from(after) }]);
  return 0;
}

const TABLE = /\.errors\.ya?ml$/;
const ACCEPTED = /\.accepted\.yaml$/;

type Names = Readonly<Record<keyof Sides, string>>;

/** Git merges lines, and errtable the entries where lines meet, as they do where both sides add a code at the end. */
function mergeEntries(fs: Fs, folder: string, names: Names, joined: (sides: Sides) => string | undefined): ExitCode {
  const lines = git(folder, "merge-file", "-p", names.ours, names.base, names.theirs);
  if (lines !== undefined && readYaml({ path: names.ours, text: lines }).diagnostics.length === 0) return 1;
  const [base, ours, theirs] = sidesOf(fs, folder, names);
  const merged = base && ours && theirs && joined({ base, ours, theirs });
  if (merged === undefined) return 1;
  putText(fs, join(folder, names.ours), merged);
  return 0;
}

/**
 * Git merges the lines of people alone, because those of errtable meet in every merge. Where the other side changed no words, errtable's
 * lines stay as they are on this side; else they are gone until generate makes them.
 */
async function mergeWords(fs: Fs, folder: string, names: Names, path: string): Promise<ExitCode> {
  const sides = sidesOf(fs, folder, names);
  if (sides.every((side) => side?.text.includes("errtable") !== true)) return 1;
  const { wordsOfPeople } = await import("../../owned/words-of-people.ts");
  const words = sides.map((side) => side && wordsOfPeople({ path, text: side.text }));
  const [base, ours, theirs] = words;
  if (base === undefined || ours === undefined || theirs === undefined) return 1;
  if (words.every((text, index) => text === sides[index]?.text)) return 1;
  const merged = mergeLines(fs, folder, [ours, base, theirs]);
  if (merged === undefined) return 1;
  if (merged !== ours) putText(fs, join(folder, names.ours), merged);
  return 0;
}

function sidesOf(fs: Fs, folder: string, { base, ours, theirs }: Names): readonly (SourceFile | undefined)[] {
  return [base, ours, theirs].map((name) => textOfFile(name, fs.read(join(folder, name))).value);
}

/** Undefined where lines meet. */
function mergeLines(fs: Fs, folder: string, texts: readonly string[]): string | undefined {
  const undo: Undo = [];
  try {
    return git(folder, "merge-file", "-p", ...texts.map((text) => writeTemporary(fs, folder, text, undefined, undo)));
  } finally {
    takeBack(undo);
  }
}

/** A byte order mark stays. */
function putText(fs: Fs, path: string, text: string): void {
  const before = fs.read(path);
  const hasMark = Buffer.from(before.subarray(0, 3)).toString() === "\ufeff";
  replaceFiles(fs, [{ path, before, after: Buffer.from((hasMark ? "\ufeff" : "") + text) }]);
}

/** True if a manifest of the work tree, in a folder above the file, lists it with these bytes. */
function isGenerated(fs: Fs, top: string, path: string, bytes: Uint8Array): boolean {
  const hashes = [bytes, plainBytes(bytes)].map(sha256);
  return ["", ...foldersOf(path)].some((folder) => {
    const manifest = join(place(top, folder), manifestName);
    if (fs.entry(manifest)?.kind !== "file") return false;
    const listing = parseListing(fs.read(manifest));
    if ("problem" in listing) return false;
    const listed = listing.get(folder === "" ? path : path.slice(folder.length + 1));
    return listed?.some((one) => hashes.includes(one)) ?? false;
  });
}
