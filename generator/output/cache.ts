// Stores the inputs, outputs and findings of a run, so that the next run can see that nothing has changed. It decides nothing else.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile } from "../diagnostic/source.ts";
import { makeFolders } from "./apply.ts";
import type { Fs } from "./fs.ts";
import type { Input } from "./inputs.ts";
import { sha256 } from "./manifest.ts";
import type { TargetSlot } from "./target.ts";

export interface CacheOwner {
  readonly fs: Fs;
  /** The project's folder, absolute. */
  readonly root: string;
  /** Every part of the command line that decides which files are made, and the caller's folder. */
  readonly identity: string;
}

export interface CachedRun {
  readonly inputs: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
  /** All targets, selected by the run or not. */
  readonly slots: readonly TargetSlot[];
  /** By folder; only of targets that a run selected. */
  readonly outputs: ReadonlyMap<string, CachedOutputs>;
}

/** The text of a manifest, and the hash of each of its files. */
export interface CachedOutputs {
  readonly manifest: string;
  readonly hashes: ReadonlyMap<string, string>;
}

/** Undefined if nothing is stored, or if another version of the tool or another command line stored it. */
export function readCache(owner: CacheOwner, tool: string): CachedRun | undefined {
  try {
    const text = Buffer.from(owner.fs.read(cacheFile(owner))).toString();
    const { checksum, ...stored } = JSON.parse(text) as Stored & { readonly checksum: string };
    return checksum === checksumOf(owner, tool, stored) ? restore(stored) : undefined;
  } catch {
    return undefined;
  }
}

/** Does nothing where the project has no node_modules, or no room in it. */
export function writeCache(owner: CacheOwner, tool: string, run: CachedRun): void {
  const { fs, root } = owner;
  const path = cacheFile(owner);
  const stored = store(run);
  try {
    if (fs.real(join(root, "node_modules")) === undefined) return;
    makeFolders(fs, cacheFolder(root), []);
    const temporary = `${path}.${randomUUID()}`;
    const file = fs.create(temporary);
    try {
      fs.write(file, Buffer.from(JSON.stringify({ ...stored, checksum: checksumOf(owner, tool, stored) })));
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

interface Stored extends Pick<CachedRun, "inputs" | "slots"> {
  readonly outputs: readonly {
    readonly folder: string;
    readonly manifest: string;
    readonly files: readonly (readonly [path: string, hash: string])[];
  }[];
  readonly sources: readonly SourceFile[];
  /** As JSON, in which a source is its number in `sources`, because many findings share one. */
  readonly diagnostics: string;
}

/** A file that was edited, or stored by another version of the tool or for another command line, has another checksum. */
function checksumOf({ identity }: CacheOwner, tool: string, stored: Stored): string {
  return sha256(JSON.stringify([tool, identity, stored]));
}

function store({ inputs, slots, outputs, diagnostics }: CachedRun): Stored {
  const places = diagnostics.flatMap(({ place, related = [] }) => [place, ...related.map((other) => other.place)]);
  const sources = [...new Set(places.map(({ source }) => source))];
  return {
    inputs,
    // Callers may pass objects with further fields; these alone are stored.
    slots: slots.map((slot) => {
      const { kind, table, out, label, folder, shown, allowOutside, root } = slot;
      return { kind, table, out, label, folder, shown, allowOutside, ...(root !== undefined && { root }) };
    }),
    outputs: Array.from(outputs, ([folder, { manifest, hashes }]) => ({ folder, manifest, files: [...hashes] })),
    sources,
    diagnostics: JSON.stringify(diagnostics, (key, value) => (key === "source" ? sources.indexOf(value) : value)),
  };
}

function restore({ inputs, slots, outputs, sources, diagnostics }: Stored): CachedRun {
  return {
    inputs,
    slots,
    outputs: new Map(outputs.map(({ folder, manifest, files }) => [folder, { manifest, hashes: new Map(files) }])),
    diagnostics: JSON.parse(diagnostics, (key, value) => (key === "source" ? sources[value] : value)),
  };
}
