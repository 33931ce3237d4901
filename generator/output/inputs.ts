// Records the inputs of a run as hashes, so that a later run can tell that no input has changed.
import type { Host, ReadFailure } from "../reader/host.ts";
import { sha256 } from "./manifest.ts";

export interface Input {
  readonly kind: "file" | "folder";
  readonly path: string;
  /** Of the bytes of a file, or of the names in a folder; the reason of a failure where it could not be read. */
  readonly hash: string;
}

export interface Recorder {
  /** Passes on the answers of the other host, and records them. */
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

/** Reads the input again and compares. */
export function isSameInput(host: Host, { kind, path, hash }: Input): boolean {
  return hash === (kind === "file" ? hashRead(host.read(path)) : hashNames(host.list(path)));
}

function hashRead(read: Uint8Array | ReadFailure): string {
  return "failure" in read ? read.failure : sha256(read);
}

/** Only tables and translations count, because other files come and go beside them. */
function hashNames(names: readonly string[] | ReadFailure): string {
  if ("failure" in names) return names.failure;
  return sha256(
    names
      .filter((name) => /\.errors\.ya?ml$/.test(name))
      .toSorted()
      .join("\0"),
  );
}
