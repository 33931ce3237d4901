// The few calls that writing is made of, so that a test can stop a run between any two of them.

export interface Entry {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since 1970: when its bytes were written, and when anything about it last changed. */
  readonly modified: number;
  readonly changed: number;
}

/** Failures are thrown, with the system's name for them in `code`. */
export interface Fs {
  /** What stands there itself, links not followed; undefined where nothing does. */
  entry(path: string): Entry | undefined;
  /** The path without links; undefined where nothing stands. */
  real(path: string): string | undefined;
  read(path: string): Uint8Array;
  list(folder: string): readonly string[];
  makeFolder(folder: string): void;
  removeFolder(folder: string): void;
  /** Makes a new file; fails with EEXIST where something stands. */
  create(path: string): number;
  write(file: number, bytes: Uint8Array): void;
  setMode(file: number, mode: number): void;
  /** Comes back when the bytes are on the disk. */
  flush(file: number): void;
  close(file: number): void;
  flushFolder(folder: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): void;
  readonly process: number;
  isRunning(process: number): boolean;
}

/** The system's name for a failure, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
