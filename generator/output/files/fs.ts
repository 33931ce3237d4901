// The few calls that all writing uses, so that a test can stop a run between any two of them.

/** The rights of a file: its permission bits, and the numbers of its owner and group. */
export interface Rights {
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
}

export interface Entry {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  readonly rights: Rights;
  /** Milliseconds since 1970: the last change of its bytes, and the last change of any kind. */
  readonly modified: number;
  readonly changed: number;
  /** The number of the file on its disk. */
  readonly inode: number;
}

/** Failures are thrown, with the system's name for them in `code`. */
export interface Fs {
  /** The entry itself: links are not followed. Undefined where there is none. */
  entry(path: string): Entry | undefined;
  /** The path without links; undefined where there is no entry. */
  real(path: string): string | undefined;
  read(path: string): Uint8Array;
  list(folder: string): readonly string[];
  makeFolder(folder: string): void;
  removeFolder(folder: string): void;
  /** Makes a new file; fails with EEXIST where there is an entry. */
  create(path: string): number;
  write(file: number, bytes: Uint8Array): void;
  /** The owner stays another one where the system does not let this person give files away. */
  setRights(file: number, rights: Rights): void;
  /** Returns when the bytes are on the disk. */
  flush(file: number): void;
  close(file: number): void;
  flushFolder(folder: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): void;
  /** The home folder of the person; undefined where there is none. */
  readonly home: string | undefined;
  readonly process: number;
  isRunning(process: number): boolean;
}

/** Removes a file; does nothing where there is none. */
export function removeFile(fs: Fs, path: string): void {
  try {
    fs.remove(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** The system's name for a failure, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
