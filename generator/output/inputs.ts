// Records the inputs of a run as hashes, so that a later run can tell that no input has changed.
import type { FolderEntry, ProjectHost, ReadFailure } from "../reader/host.ts";
import { sha256 } from "./manifest.ts";

export interface Input {
  readonly kind: "file" | "folder" | "entries";
  readonly path: string;
  /** Of the bytes of a file, of the names of tables in a folder, or of all its entries; the reason of a failure where it could not be read. */
  readonly hash: string;
}

export interface Recorder {
  /** Passes on the answers of the other host, and records them. */
  readonly host: ProjectHost;
  inputs(): readonly Input[];
}

export function recordInputs(host: ProjectHost): Recorder {
  const inputs = new Map<string, Input>();
  const note = (kind: Input["kind"], path: string, hash: string): void => {
    inputs.set(`${kind} ${path}`, { kind, path, hash });
  };
  return {
    host: {
      read: (path) => {
        const read = host.read(path);
        note("file", path, hashRead(read));
        return read;
      },
      list: (folder) => {
        const names = host.list(folder);
        note("folder", folder, hashNames(names));
        return names;
      },
      entries: (folder) => {
        const entries = host.entries(folder);
        note("entries", folder, hashEntries(entries));
        return entries;
      },
      show: (path) => host.show(path),
    },
    inputs: () => [...inputs.values()],
  };
}

/** Reads the input again and compares. */
export function isSameInput(host: ProjectHost, { kind, path, hash }: Input): boolean {
  return hash === hashNow(host, kind, path);
}

function hashNow(host: ProjectHost, kind: Input["kind"], path: string): string {
  switch (kind) {
    case "file":
      return hashRead(host.read(path));
    case "folder":
      return hashNames(host.list(path));
    case "entries":
      return hashEntries(host.entries(path));
    default:
      // A stored input may be of any kind.
      return kind satisfies never;
  }
}

function hashRead(read: Uint8Array | ReadFailure): string {
  return "failure" in read ? read.failure : sha256(read);
}

/** Folders of packages and hidden names come and go, and no pattern leads to them unless it names them. */
function hashEntries(entries: readonly FolderEntry[] | ReadFailure): string {
  if ("failure" in entries) return entries.failure;
  return sha256(
    entries
      .filter(({ name }) => name !== "node_modules" && name !== ".git" && !name.startsWith(".errtable."))
      .map(({ name, kind }) => `${kind} ${name}`)
      .toSorted()
      .join("\0"),
  );
}

/** Only tables, translations and the marks of a project count, because other files come and go beside them. */
function hashNames(names: readonly string[] | ReadFailure): string {
  if ("failure" in names) return names.failure;
  return sha256(
    names
      .filter((name) => /\.errors\.ya?ml$|^(?:errtable\.config\.yaml|package\.json|\.git)$/.test(name))
      .toSorted()
      .join("\0"),
  );
}
