// Reads the present state of a target's folder. It follows no link below the folder.
import { dirname, join, sep } from "node:path";
import { type Entry, errorCode, type Fs } from "../files/fs.ts";
import { foldersOf, foldersUp, isLeftover, journalName, lockName, manifestName } from "../files/paths.ts";
import type { GitFacts } from "../git/git-facts.ts";
import { type Listing, parseChoices, parseConfig, parseListing } from "./manifest.ts";
import type { TargetSlot } from "./target.ts";

/** The present state of one path. */
export type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  /** Something that is never written over; the reason is a sentence. */
  | { readonly kind: "blocked"; readonly reason: string };

/** A manifest or a journal. */
export interface FoundListing {
  readonly found: Found;
  /** Empty where there is none. */
  readonly listing: Listing;
}

export interface TargetState {
  /** The reason why nothing can be written to the folder at all; a sentence. */
  readonly trouble?: string;
  readonly manifest: FoundListing;
  readonly journal: FoundListing;
  /** By path: every file of the target, and every file that the manifest or the journal lists. */
  readonly files: ReadonlyMap<string, Found>;
  /** By path: temporary files and locks of an interrupted run; its journal is above. */
  readonly leftovers: ReadonlyMap<string, Found>;
  /** Absent until a file needs them. */
  readonly git?: GitFacts;
}

export interface Bounds {
  /** The project's folder, absolute. */
  readonly root: string;
  /** This run holds the folder's lock, so that the lock is no leftover. */
  readonly locked: boolean;
  /** Files that need not be read: they are left out of the state. */
  readonly isKnown?: (path: string, entry: Entry) => boolean;
}

const absent: Found = { kind: "absent" };
/** Stands for a file that need not be read. */
const known: Found = { kind: "blocked", reason: "It was not read." };
const noListing: FoundListing = { found: absent, listing: new Map() };
const largest = 256 * 2 ** 20;

export function readState(
  fs: Fs,
  slot: TargetSlot,
  made: Iterable<string>,
  { root, locked, isKnown = () => false }: Bounds,
): TargetState {
  const { folder } = slot;
  const trouble = folderTrouble(fs, slot, root);
  if (trouble !== undefined) {
    return { trouble, manifest: noListing, journal: noListing, files: new Map(), leftovers: new Map() };
  }
  const below = belowFolder(fs, folder);
  const manifest = readListing(below.read(manifestName), manifestName);
  const journal = readListing(below.read(journalName), journalName);
  const paths = new Set([...made, ...manifest.listing.keys(), ...journal.listing.keys()]);
  const files = new Map<string, Found>();
  for (const path of paths) {
    const found = below.read(path, (entry) => isKnown(path, entry));
    if (found !== known) files.set(path, found);
  }
  const left = below.leftovers(paths).filter((path) => !(locked && path === lockName));
  const leftovers = new Map(left.map((path) => [path, below.read(path)]));
  return { manifest, journal, files, leftovers };
}

/** The choices in the manifest of a target's folder; none where there is no manifest. */
export function readChoices(fs: Fs, folder: string): Readonly<Record<string, string>> {
  const found = belowFolder(fs, folder).read(manifestName);
  return found.kind === "file" ? parseChoices(found.bytes) : {};
}

/** The configuration that asked for the target of a folder, as an absolute path; undefined where no manifest says so. */
export function configOf(fs: Fs, folder: string): string | undefined {
  const found = belowFolder(fs, folder).read(manifestName);
  const config = found.kind === "file" ? parseConfig(found.bytes) : undefined;
  return config === undefined ? undefined : join(folder, config);
}

/** Resolves the part of a path that exists: links may lead to the folder, but not out of the project. */
export function realFolder(fs: Fs, folder: string): string {
  const real = fs.real(folder);
  if (real !== undefined) return real;
  const parent = dirname(folder);
  return parent === folder ? folder : join(realFolder(fs, parent), folder.slice(parent.length));
}

function folderTrouble(fs: Fs, { folder, allowOutside }: TargetSlot, top: string): string | undefined {
  try {
    const real = realFolder(fs, folder);
    const root = realFolder(fs, top);
    const inside = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!inside && !allowOutside)
      return 'The folder lies outside the project, and its target has no "allowOutside: true".';
    for (const at of foldersUp(folder)) {
      const entry = fs.entry(at);
      if (entry?.kind === "link" && fs.real(at) === undefined)
        return "The folder is reached through a link that leads nowhere.";
      if (entry?.kind === "link" || entry?.kind === "folder") break;
      if (entry !== undefined) return `${nameKind(entry)} stands where the folder is wanted.`;
    }
    return fs.real(folder) === undefined || fs.entry(real)?.kind === "folder"
      ? undefined
      : "Something else stands where the folder is wanted.";
  } catch (error) {
    return `The folder cannot be read (${errorCode(error) ?? "unknown"}).`;
  }
}

/** Reads paths below one folder and looks at each folder on the way only once. */
function belowFolder(fs: Fs, folder: string) {
  const entries = new Map<string, Entry | undefined>();
  const entryOf = (path: string): Entry | undefined => {
    if (!entries.has(path)) entries.set(path, fs.entry(place(folder, path)));
    return entries.get(path);
  };

  const read = (path: string, isKnown: (entry: Entry) => boolean = () => false): Found => {
    try {
      for (const parent of foldersOf(path)) {
        const entry = entryOf(parent);
        if (entry === undefined) return absent;
        if (entry.kind !== "folder")
          return blocked(`${nameKind(entry)} stands where the folder "${parent}" is wanted.`);
      }
      const entry = fs.entry(place(folder, path));
      if (entry === undefined) return absent;
      if (entry.kind !== "file") return blocked(`${nameKind(entry)} stands where a file is wanted.`);
      if (isKnown(entry)) return known;
      if (entry.size > largest) return blocked("A file of more than 256 MiB stands there.");
      return { kind: "file", bytes: fs.read(place(folder, path)) };
    } catch (error) {
      return errorCode(error) === "ENOENT" ? absent : blocked(`It cannot be read (${errorCode(error) ?? "unknown"}).`);
    }
  };

  const isFolder = (path: string): boolean =>
    [...foldersOf(path), path].every((parent) => entryOf(parent)?.kind === "folder");

  const leftovers = (paths: Iterable<string>): readonly string[] => {
    const folders = new Set(Array.from(paths, foldersOf).flat());
    return ["", ...[...folders].filter(isFolder)].flatMap((parent) => {
      try {
        const names = fs.list(place(folder, parent)).filter(isLeftover);
        return names.map((name) => (parent === "" ? name : `${parent}/${name}`));
      } catch {
        // A folder that cannot be listed cannot be cleared either, and each of its files is reported as unreadable.
        return [];
      }
    });
  };

  return { read, leftovers };
}

function readListing(found: Found, name: string): FoundListing {
  if (found.kind !== "file") return { ...noListing, found };
  const listing = parseListing(found.bytes);
  return "problem" in listing ? { ...noListing, found: blocked(`"${name}" ${listing.problem}.`) } : { found, listing };
}

/** The absolute path of a file in a target's folder. */
export function place(folder: string, path: string): string {
  return path === "" ? folder : join(folder, ...path.split("/"));
}

function blocked(reason: string): Found {
  return { kind: "blocked", reason };
}

function nameKind(entry: Entry): string {
  const names = { file: "A file", folder: "A folder", link: "A symbolic link", other: "Something that is no file" };
  return names[entry.kind];
}
