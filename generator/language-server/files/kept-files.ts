// Tables and translations stay read from one change to the next: a file is read anew only if its text has changed.
import { sourceOf } from "../../reader/file-text.ts";
import type { Host } from "../../reader/host.ts";
import {
  newSpecMemory,
  type ReadSpec,
  readSpec,
  type SpecFiles,
  type SpecMemory,
  specFilesBy,
} from "../../reader/table/spec-files.ts";

/** Lives as long as the server. */
export type FileMemory = Map<string, KeptFile>;

interface KeptFile {
  /** Undefined where the file could not be read as text. */
  readonly text: string | undefined;
  readonly read: ReadSpec;
  readonly memory: SpecMemory;
}

export interface KeptFiles {
  readonly files: SpecFiles;
  /** Forgets the files that nothing has read this time. */
  readonly forgetOthers: () => void;
}

/** Each file is looked at once; one with the same text as before is the same object as before. */
export function keptFiles(host: Host, memory: FileMemory): KeptFiles {
  const seen = new Set<string>();
  const files = specFilesBy(host, (path) => {
    const known = memory.get(path);
    if (known !== undefined && seen.has(path)) return known.read;
    seen.add(path);
    const text = sourceOf(path, host).value?.text;
    if (known !== undefined && text !== undefined && known.text === text) return known.read;
    const own = known?.memory ?? newSpecMemory();
    const read = readSpec(path, host, undefined, own);
    memory.set(path, { text, read, memory: own });
    return read;
  });
  return {
    files,
    forgetOthers() {
      for (const path of memory.keys()) if (!seen.has(path)) memory.delete(path);
    },
  };
}

/** The files that a table was made of, to tell whether it has to be made anew. */
export interface RecordedFiles {
  readonly files: SpecFiles;
  /** Whether all that was read is still the same. */
  readonly isSame: (now: SpecFiles) => boolean;
  readonly reads: (path: string) => boolean;
}

export function recordFiles(files: SpecFiles): RecordedFiles {
  const reads = new Map<string, ReadSpec>();
  const lists = new Map<string, string>();
  return {
    files: {
      host: files.host,
      read(path) {
        const read = files.read(path);
        reads.set(path, read);
        return read;
      },
      namedFor(path) {
        const names = files.namedFor(path);
        lists.set(path, JSON.stringify(names));
        return names;
      },
    },
    isSame: (now) =>
      Array.from(reads).every(([path, read]) => now.read(path) === read) &&
      Array.from(lists).every(([path, names]) => JSON.stringify(now.namedFor(path)) === names),
    reads: (path) => reads.has(path),
  };
}
