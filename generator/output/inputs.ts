// Remembers what a run read, as hashes, so that a later run can tell that it would read the same again.
import type { Host, ReadFailure } from "../reader/host.ts";
import { sha256 } from "./manifest.ts";

export interface Input {
  readonly kind: "file" | "folder";
  readonly path: string;
  /** Of the bytes of a file, of the names of a folder; or the reason why it could not be read. */
  readonly hash: string;
}

export interface Recorder {
  /** Hands on what the other host says, and writes it down. */
  readonly host: Host;
  inputs(): readonly Input[];
}

export function recordInputs(host: Host): Recorder {
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
      show: (path) => host.show(path),
    },
    inputs: () => [...inputs.values()],
  };
}

/** Whether reading again gives what was read before. */
export function isSameInput(host: Host, { kind, path, hash }: Input): boolean {
  return hash === (kind === "file" ? hashRead(host.read(path)) : hashNames(host.list(path)));
}

function hashRead(read: Uint8Array | ReadFailure): string {
  return "failure" in read ? read.failure : sha256(read);
}

/** Folders are searched for tables and translations only; other files come and go beside them. */
function hashNames(names: readonly string[] | ReadFailure): string {
  if ("failure" in names) return names.failure;
  return sha256(
    names
      .filter((name) => /\.errors\.ya?ml$/.test(name))
      .toSorted()
      .join("\0"),
  );
}
