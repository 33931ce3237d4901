// The interface by which the stages read files by absolute path; the disk implements it, and so does a map in memory.

export interface Host {
  /** The bytes of a file, or why there are none. */
  read(path: string): Uint8Array | ReadFailure;
  /** The names in a folder, in any order, or why it cannot be listed. */
  list(folder: string): readonly string[] | ReadFailure;
  /** A path as people are shown it: relative to their folder, with forward slashes. */
  show(path: string): string;
}

export interface ReadFailure {
  readonly failure: "missing" | "folder" | "denied" | "too-large" | "other";
  /** The message of the system. */
  readonly detail: string;
}
