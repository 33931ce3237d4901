// Stores the inputs, outputs and findings of runs, so that the next run can see what has not changed. It decides nothing else.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { Fs } from "../files/fs.ts";
import type { NamedCommit } from "../git/git.ts";
import type { Input } from "../state/inputs.ts";
import { sha256 } from "../state/manifest.ts";
import type { OwnedSlot, TargetSlot } from "../state/target.ts";
import { makeFolders } from "../write/apply.ts";

export interface CacheOwner {
  readonly fs: Fs;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Every part of the command line that decides which files are made, and the caller's folder. */
  readonly identity: string;
}

/** A table, a target or a file of people counts for a run whose own key is the same. */
export interface Keyed {
  /** The hash of everything that it was made from. */
  readonly key: string;
}

export interface CachedRun {
  /** By path. */
  readonly tables: ReadonlyMap<string, CachedTable>;
  /** By folder. */
  readonly targets: ReadonlyMap<string, CachedTarget>;
  /** By path. */
  readonly owned: ReadonlyMap<string, CachedOwned>;
  /** Every folder that a target had in some run. */
  readonly folders: readonly string[];
  /** The last run, where no finding was an error. */
  readonly last?: CachedState | undefined;
}

/** The facts of a whole run, with the keys of its parts. */
export interface CachedState {
  /** Besides those of the tables. */
  readonly inputs: readonly Input[];
  /** Besides those of the tables. */
  readonly diagnostics: readonly Diagnostic[];
  /** By path: the keys of the tables. */
  readonly tables: readonly (readonly [path: string, key: string])[];
  /** All targets, selected by the run or not. */
  readonly slots: readonly (TargetSlot & Keyed)[];
  /** All files of people, selected or not. */
  readonly owned: readonly (OwnedSlot & Keyed)[];
  /** The configurations, where the slots are all of their targets. */
  readonly configs: readonly string[];
  /** A check has looked for folders that no target makes any more, and found none. */
  readonly isSwept: boolean;
}

export interface CachedTable extends Keyed {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent for a table with errors. */
  readonly name?: string | undefined;
  /** Absent for a table with errors. */
  readonly locales?: readonly string[] | undefined;
}

/** The text of a manifest, and the hash of each of its files. */
export interface CachedTarget extends Keyed {
  readonly manifest: string;
  readonly hashes: ReadonlyMap<string, string>;
  /** By path: the stamps that files had when they were read and had these hashes. */
  readonly stamps: ReadonlyMap<string, string>;
  readonly remarks: readonly CachedRemark[];
}

export interface CachedRemark {
  readonly option: string;
  readonly message: string;
  readonly help: string;
}

/** A file of people that holds the errors of its tables. */
export interface CachedOwned extends Keyed {
  /** Of its bytes. */
  readonly hash: string;
  /** Its text was made from them, too. */
  readonly commits: readonly NamedCommit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined if nothing is stored, or if another version of the tool or another command line stored it. */
export function readCache(owner: CacheOwner, tool: string): CachedRun | undefined {
  try {
    const text = Buffer.from(owner.fs.read(cacheFile(owner))).toString();
    const end = text.indexOf("\n");
    if (text.slice(0, end) !== checksumOf(owner, tool, text.slice(end + 1))) return undefined;
    return restore(text.slice(end + 1));
  } catch {
    return undefined;
  }
}

/** Does nothing where the project has no node_modules, or no room in it. */
export function writeCache(owner: CacheOwner, tool: string, run: CachedRun): void {
  const { fs, root } = owner;
  const path = cacheFile(owner);
  try {
    if (fs.real(join(root, "node_modules")) === undefined) return;
    const stored = store(run);
    makeFolders(fs, cacheFolder(root), []);
    const temporary = `${path}.${randomUUID()}`;
    const file = fs.create(temporary);
    try {
      fs.write(file, Buffer.from(`${checksumOf(owner, tool, stored)}\n${stored}`));
    } finally {
      fs.close(file);
    }
    fs.rename(temporary, path);
  } catch {
    // Without a cache the next run is only slower.
  }
}

function cacheFolder(root: string): string {
  return join(root, "node_modules", ".cache", "errtable");
}

function cacheFile({ root, identity }: CacheOwner): string {
  return join(cacheFolder(root), `${sha256(identity).slice(0, 32)}.json`);
}

/** A file that was edited, or stored by another version of the tool or for another command line, has another checksum. */
function checksumOf({ identity }: CacheOwner, tool: string, stored: string): string {
  return sha256(JSON.stringify([tool, identity, stored]));
}

interface Stored extends Omit<CachedRun, "tables" | "targets" | "owned"> {
  readonly tables: readonly (readonly [string, CachedTable])[];
  readonly targets: readonly (readonly [string, StoredTarget])[];
  readonly owned: readonly (readonly [string, CachedOwned])[];
}

interface StoredTarget extends Omit<CachedTarget, "hashes" | "stamps"> {
  readonly hashes: readonly (readonly [string, string])[];
  readonly stamps: readonly (readonly [string, string])[];
}

/** Many findings share a source, which is stored once and stands as its number in them. */
function store(run: CachedRun): string {
  const sources: SourceFile[] = [];
  const numbers = new Map<unknown, number>();
  const numberOf = (source: SourceFile): number => {
    const known = numbers.get(source) ?? sources.push(source) - 1;
    numbers.set(source, known);
    return known;
  };
  const stored: Stored = {
    ...run,
    tables: [...run.tables],
    targets: Array.from(run.targets, ([folder, { hashes, stamps, ...rest }]) => {
      return [folder, { ...rest, hashes: [...hashes], stamps: [...stamps] }];
    }),
    owned: [...run.owned],
  };
  const text = JSON.stringify(stored, (key, value) => (key === "source" ? numberOf(value as SourceFile) : value));
  return `${JSON.stringify(sources)}\n${text}`;
}

function restore(text: string): CachedRun {
  const end = text.indexOf("\n");
  const sources = JSON.parse(text.slice(0, end)) as readonly SourceFile[];
  const sourceOf = (key: string, value: unknown): unknown => (key === "source" ? sources[value as number] : value);
  const { tables, targets, owned, ...rest } = JSON.parse(
    text.slice(end + 1),
    sources.length === 0 ? undefined : sourceOf,
  ) as Stored;
  return {
    ...rest,
    tables: new Map(tables),
    targets: new Map(
      targets.map(([folder, { hashes, stamps, ...target }]) => {
        return [folder, { ...target, hashes: new Map(hashes), stamps: new Map(stamps) }];
      }),
    ),
    owned: new Map(owned),
  };
}
