// Records the inputs of a run as hashes, so that a later run can tell that no input has changed.
import { memoizeByKey } from "../../diagnostic/memoize.ts";
import type { FolderEntry, ProjectHost, ReadFailure } from "../../reader/host.ts";
import { hashOfBytes, sha256 } from "./manifest.ts";

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

/** Answers each question once, so that all of a run sees one state of the disk. */
export function onceHost(host: ProjectHost): ProjectHost {
  return {
    read: memoizeByKey((path: string) => host.read(path)),
    list: memoizeByKey((folder: string) => host.list(folder)),
    entries: memoizeByKey((folder: string) => host.entries(folder)),
    show: (path) => host.show(path),
  };
}

export function recordInputs(host: ProjectHost): Recorder {
  const asked = new Map<string, Pick<Input, "kind" | "path">>();
  const note = (kind: Input["kind"], path: string): void => void asked.set(`${kind} ${path}`, { kind, path });
  const inputs = memoizeByKey((key: string): Input => {
    const { kind = "file", path = "" } = asked.get(key) ?? {};
    return { kind, path, hash: hashNow(host, kind, path) };
  });
  return {
    host: {
      read: (path) => {
        note("file", path);
        return host.read(path);
      },
      list: (folder) => {
        note("folder", folder);
        return host.list(folder);
      },
      entries: (folder) => {
        note("entries", folder);
        return host.entries(folder);
      },
      show: (path) => host.show(path),
    },
    inputs: () => Array.from(asked.keys(), inputs),
  };
}

/** Reads the input again and compares. */
export function isSameInput(host: ProjectHost, { kind, path, hash }: Input): boolean {
  return hash === hashNow(host, kind, path);
}

/** The hash that an input has now. */
export function hashNow(host: ProjectHost, kind: Input["kind"], path: string): string {
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
  return "failure" in read ? read.failure : hashOfBytes(read);
}

/** Folders of packages come and go, as records of errtable do, and no pattern leads to them. */
function hashEntries(entries: readonly FolderEntry[] | ReadFailure): string {
  if ("failure" in entries) return entries.failure;
  return sha256(
    entries
      .filter(({ name }) => name !== "node_modules" && name !== ".git" && !/\.errtable[.-]/.test(name))
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
