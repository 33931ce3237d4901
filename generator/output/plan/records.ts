// The records of earlier runs, and those of Git, tell the files in a folder apart: errtable's own, merged ones, and hand edits.
import { hash } from "node:crypto";
import { foldPath } from "../files/paths.ts";
import { hasConflict } from "../state/conflict.ts";
import { hashOfBytes } from "../state/manifest.ts";
import type { TargetState } from "../state/state.ts";

/** Answers about the files in the folder. */
export interface Records {
  /** The manifest lists the file. */
  isListed(path: string): boolean;
  /** errtable wrote these bytes, in a finished run or an interrupted one; a checkout may have changed their line ends. */
  isOurs(path: string, bytes: Uint8Array): boolean;
  /**
   * Git made these bytes of two sides, and nothing is lost with them: they hold the lines of a conflict, or the manifest has the
   * hashes of two sides, and Git has the same bytes; or Git is at work on the conflict, or has two sides that errtable wrote. A manifest
   * alone never proves it.
   */
  isMerged(path: string, bytes: Uint8Array): boolean;
  /** The reason why a file that is not listed is left alone. */
  readonly stranger: string;
}

export function recordsOf({ manifest, journal, git }: TargetState): Records {
  const listed = new Set([...manifest.listing.keys()].map(foldPath));
  const twice = new Set(
    [...manifest.listing].filter(([, hashes]) => hashes.length > 1).map(([path]) => foldPath(path)),
  );
  const known = new Set(
    [...manifest.listing, ...journal.listing].flatMap(([path, hashes]) =>
      hashes.map((hash) => `${hash} ${foldPath(path)}`),
    ),
  );
  return {
    isListed: (path) => listed.has(foldPath(path)),
    isOurs: (path, bytes) => formsOf(bytes).some((one) => known.has(`${hashOfBytes(one)} ${foldPath(path)}`)),
    isMerged: (path, bytes) => {
      if (git === undefined) return false;
      const isConflict = hasConflict(bytes);
      if (isConflict && git.conflicts.has(path)) return true;
      const sides = git.sides.get(path) ?? [];
      if (isConflict && sides.length === 2 && sides.every((one) => known.has(`${one} ${foldPath(path)}`))) return true;
      return (isConflict || twice.has(foldPath(path))) && isBlob(git.blobs.get(path) ?? [], bytes);
    },
    stranger:
      manifest.found.kind === "blocked"
        ? "Without a manifest nobody can tell whether errtable made it."
        : "errtable did not make this file.",
  };
}

/** True if one of the blobs of Git has these bytes; a checkout may have changed their line ends. */
function isBlob(blobs: readonly string[], bytes: Uint8Array): boolean {
  return blobs.some((blob) => formsOf(bytes).some((one) => blobHash(one, blob.length) === blob));
}

/** Git hashes a blob with its length in front. Repositories have hashes of 40 digits, some of 64. */
function blobHash(bytes: Uint8Array, digits: number): string {
  return hash(digits === 40 ? "sha1" : "sha256", Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), "hex");
}

/** The bytes, and their plain form where it is another one. */
function formsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const plain = plainBytes(bytes);
  return plain === bytes ? [bytes] : [bytes, plain];
}

/** Without a byte order mark, and with the line ends that errtable writes; all other bytes stay. The same bytes where they are plain. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xef && !whole.includes("\r\n")) return bytes;
  const text = whole.toString("latin1");
  return Buffer.from(text.replace(/^\xEF\xBB\xBF/, "").replaceAll("\r\n", "\n"), "latin1");
}
