// The records of earlier runs, and those of Git, tell the files in a folder apart: errtable's own, merged ones, and hand edits.
import { hash } from "node:crypto";
import { foldPath } from "../files/paths.ts";
import { hasConflict } from "../state/conflict.ts";
import { hashOfBytes, sha256 } from "../state/manifest.ts";
import type { TargetState } from "../state/state.ts";
import { isMixOf, writtenVersions } from "./written-versions.ts";

/** Answers about the files in the folder. */
export interface Records {
  /** The manifest lists the file. */
  isListed(path: string): boolean;
  /** errtable wrote these bytes, in a finished run or an interrupted one; a checkout may have changed their line ends. */
  isOurs(path: string, bytes: Uint8Array): boolean;
  /**
   * Git made these bytes of two sides, and nothing is lost with them: they hold the lines of a conflict, or the manifest has the
   * hashes of two sides, and Git has the same bytes; or Git is at work on the conflict, or has two sides that errtable wrote; or Git
   * has the same bytes, and all of their lines are lines of errtable's. A manifest alone never proves it.
   */
  isMerged(path: string, bytes: Uint8Array, after: string): boolean;
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
  const versionsOf = git && writtenVersions(git.history);
  return {
    isListed: (path) => listed.has(foldPath(path)),
    isOurs: (path, bytes) => formsOf(bytes).some((one) => known.has(`${hashOfBytes(one)} ${foldPath(path)}`)),
    isMerged: (path, bytes, after) => {
      if (git === undefined || versionsOf === undefined) return false;
      const isConflict = hasConflict(bytes);
      const text = Buffer.from(plainBytes(bytes)).toString();
      const isCommitted = isBlob(git.blobs.get(path) ?? [], bytes);
      // A merge may have kept the file of a side, and lost its entry in the manifest.
      if (!listed.has(foldPath(path))) return isCommitted && versionsOf(path, text).texts.includes(text);
      if (isConflict && git.conflicts.has(path)) return true;
      const sides = git.sides.get(path) ?? [];
      if (isConflict && sides.length === 2 && sides.every((one) => known.has(`${one} ${foldPath(path)}`))) return true;
      if ((isConflict || twice.has(foldPath(path))) && isCommitted) return true;
      if (!isCommitted && !git.conflicts.has(path)) return false;
      const versions = versionsOf(path, text);
      // Git took the entry of the manifest from a side; an entry of no side was made after the merge, and so was an edit.
      const hashes = versions.texts.map((version) => sha256(version));
      return (
        manifest.listing.get(path)?.every((one) => hashes.includes(one)) === true && isMixOf(text, versions, after)
      );
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
