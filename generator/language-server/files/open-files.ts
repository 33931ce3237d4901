// The files that an editor has open, and a host that reads them before the disk.
import { sep } from "node:path";
import type { FolderEntry, ProjectHost, ReadFailure } from "../../reader/host.ts";
import type { EditorText } from "../protocol/text-positions.ts";

export interface OpenFile extends EditorText {
  readonly path: string;
  readonly uri: string;
  readonly version: number;
  /** With the byte order mark, if the editor counts it. */
  readonly written: string;
  readonly mark: 0 | 1;
}

export function openFile(file: Pick<OpenFile, "path" | "uri" | "version" | "written">): OpenFile {
  const mark = file.written.startsWith("\ufeff") ? 1 : 0;
  return { ...file, mark, text: file.written.slice(mark) };
}

/** The bytes of the disk are kept until `forget`: a server reads a file once, not for every key. */
export interface KeptHost extends ProjectHost {
  /** Whether a file has been read, or was not there when it was to be. */
  hasAskedFor(path: string): boolean;
  forget(path: string): void;
  forgetAll(): void;
}

export function openFilesHost(disk: ProjectHost, open: ReadonlyMap<string, OpenFile>): KeptHost {
  const bytes = new Map<string, Uint8Array | ReadFailure>();
  const entries = new Map<string, readonly FolderEntry[] | ReadFailure>();
  const lists = new Map<string, readonly string[] | ReadFailure>();
  return {
    // Half of a character has no bytes, and becomes the sign for such.
    text: (path) => open.get(path)?.text.toWellFormed(),
    read(path) {
      const file = open.get(path);
      if (file !== undefined) return new TextEncoder().encode(file.text);
      return kept(bytes, path, disk.read);
    },
    list: (folder) => kept(lists, folder, disk.list),
    entries: (folder) => kept(entries, folder, disk.entries),
    show: (path) => path.split(sep).join("/"),
    hasAskedFor: (path) => bytes.has(path),
    forget(path) {
      bytes.delete(path);
      lists.clear();
      entries.clear();
    },
    forgetAll() {
      bytes.clear();
      lists.clear();
      entries.clear();
    },
  };
}

function kept<Value>(known: Map<string, Value>, path: string, read: (path: string) => Value): Value {
  const before = known.get(path);
  if (before !== undefined) return before;
  const value = read(path);
  known.set(path, value);
  return value;
}
